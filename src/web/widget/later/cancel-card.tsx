import type { FormCancel } from '../../../replies/form-part';
import type { CardProps } from './card-props';
import { buttonFor, FormButton } from './form-button';
import { idsOf } from './form-ids';
import { library } from './library';
import { WithReferences } from './with-references';

const LOOKS = { 'carry-on': 'wide', keep: 'wide quiet', withdraw: 'wide stop' } as const;

/** Asks what "cancel" means. The safe way comes first; Escape is that way, too. */
export function CancelCard({ turn, form, answer, onPress }: CardProps<FormCancel>) {
  const { notes, heading, facts } = idsOf(turn);
  const { references, texts, buttons } = form;
  const wayBack = buttonFor('carry-on', buttons)?.title;
  const card = useEscape(() => {
    if (wayBack !== undefined) onPress(wayBack);
  }, answer === undefined);
  return (
    <div class="step" ref={card}>
      <h3 id={heading} tabIndex={-1} aria-describedby={`${notes} ${facts}`}>
        {form.heading}
      </h3>
      <div id={facts}>
        {texts.map((text) => (
          <p key={text}>
            <WithReferences text={text} references={references} />
          </p>
        ))}
      </div>
      <div aria-live="off">
        {(['carry-on', 'keep', 'withdraw'] as const).map((does) => (
          <FormButton key={does} button={buttonFor(does, buttons)} look={LOOKS[does]} onPress={onPress} />
        ))}
      </div>
    </div>
  );
}

/** Escape, wherever the focus is in the panel. A menu that is open is closed by it first. */
function useEscape(onEscape: () => void, isOn: boolean) {
  const card = library.useRef<HTMLDivElement>(null);
  library.useEffect(() => {
    const panel = card.current?.getRootNode() as ShadowRoot | undefined;
    if (!isOn || !panel) return undefined;
    const onKey = (event: Event): void => {
      const { key, isComposing, repeat, defaultPrevented } = event as KeyboardEvent;
      if (key !== 'Escape' || isComposing || repeat || defaultPrevented || panel.querySelector('[role=menu]')) return;
      event.preventDefault();
      onEscape();
    };
    panel.addEventListener('keydown', onKey);
    return () => panel.removeEventListener('keydown', onKey);
  }, [isOn]);
  return card;
}
