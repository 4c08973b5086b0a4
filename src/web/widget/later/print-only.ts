/** Everything but what holds, or belongs to, what a selector names. */
const allBut = (selector: string): string => `:not(${selector}, ${selector} *, :has(${selector}))`;

/** Prints one part of the panel, and nothing of the page around it. */
export function printOnly(part: HTMLElement): void {
  const panel = part.getRootNode() as ShadowRoot;
  part.classList.add('printed');
  const undo = [hideInPrint(document, `body ${allBut(panel.host.localName)}`), hideInPrint(panel, allBut('.printed'))];
  window.addEventListener(
    'afterprint',
    () => {
      part.classList.remove('printed');
      for (const one of undo) one();
    },
    { once: true },
  );
  window.print();
}

/** @returns what undoes it. A sheet that is made in code is let through by any policy of the page. */
function hideInPrint(root: Document | ShadowRoot, selector: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { ${selector} { display: none !important; } }`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
