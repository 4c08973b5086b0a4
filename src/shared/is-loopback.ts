/** Whether a host, as a URL has it, is this very machine, so that nobody listens in between. */
export const isLoopback = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
