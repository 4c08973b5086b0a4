/**
 * Gives a shadow root its style sheets. Sizes in rem are turned into the text size that the person has chosen in the
 * browser: rem itself would follow the landlord's page, and many pages make it smaller.
 */
export function adoptStyles(root: ShadowRoot, host: HTMLElement, sheets: readonly string[]): void {
  const chosen = Number.parseFloat(getComputedStyle(host).fontSize) || 16;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheets.join('\n').replace(/([\d.]+)rem\b/g, (_, size: string) => `${Number(size) * chosen}px`));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
