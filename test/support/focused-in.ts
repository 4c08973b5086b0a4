import type { WidgetDriver } from './browser';

/** What has the focus, inside the widget where it is there: its name, a whole heading, or its first line. Of nothing: ''. */
export const focusedIn = ({ page }: WidgetDriver): Promise<string> =>
  page.evaluate(`(() => {
    const host = document.activeElement;
    const inside = host?.shadowRoot?.activeElement ?? host;
    if (inside === document.body) return '';
    const label = inside?.getAttribute('aria-label') ?? (inside?.id === 'message' ? 'Your message' : undefined);
    return label ?? (inside?.matches('h2, h3') ? inside.textContent : inside?.innerText?.split('\\n')[0] ?? '');
  })()`);
