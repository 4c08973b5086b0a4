import { startDesk, type DeskOptions } from './desk-server';
import { EchoDialog } from './echo-dialog';

function optionsOf(kind: string | undefined, settings: Readonly<Record<string, string>>): DeskOptions {
  if (kind === 'echo') return { rootDialog: new EchoDialog(), settings };
  return { settings: { ENCODER: kind === 'words' ? 'off' : 'on', ...settings } };
}

/** The service for benchmarks, in a process of its own: tells its address to its parent, and goes when that one goes. */
async function serve(kind: string | undefined, settings = '{}'): Promise<void> {
  const desk = await startDesk(optionsOf(kind, JSON.parse(settings) as Record<string, string>));
  process.send?.({ url: desk.url });
  process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }));
  process.on('disconnect', () => void desk.stop().then(() => process.exit(0)));
}

void serve(process.argv[2], process.argv[3]);
