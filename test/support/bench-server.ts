import { startDesk } from './desk-server';
import { EchoDialog } from './echo-dialog';

/** The service for benchmarks, in a process of its own: tells its address to its parent, and goes when that one goes. */
async function serve(kind: string | undefined): Promise<void> {
  const desk = await startDesk(kind === 'echo' ? { rootDialog: new EchoDialog() } : {});
  process.send?.({ url: desk.url });
  process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }));
  process.on('disconnect', () => void desk.stop().then(() => process.exit(0)));
}

void serve(process.argv[2]);
