import type { AssistantTurn } from '../chat/turn';
import { library } from './library';
import { printOnly } from './print-only';

const SHAPES = {
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  print: 'M7 9V4h10v5M7 17.5H4V9h16v8.5h-3M7 14.5h10V20H7z',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 19.5h15',
} as const;

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
        <Action shape="copy" words={say(copied === 'copied' ? 'copied' : 'receipt-copy')} onPress={() => void copy()} />
        <Action shape="print" words={say('receipt-print')} onPress={print} />
        <Action shape="download" words={say('receipt-download')} onPress={download} />
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
  readonly shape: keyof typeof SHAPES;
  readonly words: string;
  readonly onPress: () => void;
}

function Action({ shape, words, onPress }: ActionProps) {
  return (
    <button type="button" class="btn quiet" onClick={onPress}>
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
        <path d={SHAPES[shape]} />
      </svg>
      {words}
    </button>
  );
}
