import { startDesk, type DeskOptions } from './desk-server';
import { EchoDialog } from './echo-dialog';

function optionsOf(kind: string | undefined): DeskOptions {
  if (kind === 'echo') return { rootDialog: new EchoDialog() };
  return { settings: { ENCODER: kind === 'words' ? 'off' : 'on' } };
}

/** The service for benchmarks, in a process of its own: tells its address to its parent, and goes when that one goes. */
async function serve(kind: string | undefined): Promise<void> {
  const desk = await startDesk(optionsOf(kind));
  process.send?.({ url: desk.url });
  process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }));
  process.on('disconnect', () => void desk.stop().then(() => process.exit(0)));
}

void serve(process.argv[2]);
