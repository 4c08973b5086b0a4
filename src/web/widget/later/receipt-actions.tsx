import type { AssistantTurn } from '../chat/turn';
import { Glyph, type GlyphName } from './glyph';
import { library } from './library';
import { printOnly } from './print-only';

/** Ways to keep a receipt. The desk has sent it by e-mail itself, where that was safe. */
export function ReceiptActions({ turn }: { readonly turn: AssistantTurn }) {
  const { chat } = library.usePanel();
  const say = library.useSay();
  const [copied, setCopied] = library.useState<'copied' | 'copy-failed'>();
  const row = library.useRef<HTMLDivElement>(null);
  const text = turn.reply?.paragraphs.join('\n\n') ?? '';
  const copy = async (): Promise<void> => {
    const kind = await hasCopied(text);
    setCopied(kind);
    chat.store.dispatch({ type: 'said', status: { kind } });
  };
  const print = (): void => {
    const receipt = row.current?.closest<HTMLElement>('.form');
    if (receipt) printOnly(receipt);
  };
  const download = (): void => {
    library.saveFile(new Blob([`${text}\n`], { type: 'text/plain' }), `${say('receipt-file-name')}.txt`);
  };
  return (
    <div>
      <div class="three" ref={row}>
        <Action glyph="copy" words={say(copied === 'copied' ? 'copied' : 'receipt-copy')} onPress={() => void copy()} />
        <Action glyph="print" words={say('receipt-print')} onPress={print} />
        <Action glyph="download" words={say('receipt-download')} onPress={download} />
      </div>
      {copied === 'copy-failed' && <p class="error-text">{say('copy-failed')}</p>}
    </div>
  );
}

/** Browsers let pages without https copy nothing. */
async function hasCopied(text: string): Promise<'copied' | 'copy-failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'copy-failed';
  }
}

interface ActionProps {
  readonly glyph: GlyphName;
  readonly words: string;
  readonly onPress: () => void;
}

function Action({ glyph, words, onPress }: ActionProps) {
  return (
    <button type="button" class="btn quiet" onClick={onPress}>
      <Glyph name={glyph} />
      {words}
    </button>
  );
}
