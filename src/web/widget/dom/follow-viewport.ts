/**
 * Keeps a full-screen panel within the part of the screen that a phone's keyboard leaves free.
 *
 * @returns what ends it
 */
export function followViewport(root: ShadowRoot): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const follow = (): void => {
    // Zoomed in, the visible part is not the space there is.
    const isZoomed = viewport.scale > 1.01;
    const sizes = `--view-height: ${viewport.height}px; --view-top: ${viewport.offsetTop}px;`;
    sheet.replaceSync(isZoomed ? '' : `:host { ${sizes} }`);
  };
  follow();
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  return () => {
    viewport.removeEventListener('resize', follow);
    viewport.removeEventListener('scroll', follow);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
