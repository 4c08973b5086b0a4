/**
 * The script that a landlord's page loads: it puts the launcher on the page, inside an element whose styles neither
 * leak out nor let others in. Everything else is loaded when the launcher is pressed.
 */
import { Launcher } from './launcher';

/** The desk puts the words of its content here when it serves this script. */
const LABEL = '__LAUNCHER_LABEL__';
const TAG = 'privacy-desk';

const script = document.currentScript as HTMLScriptElement | null;

function define({ src, dataset }: HTMLScriptElement): void {
  const options = { origin: new URL(src).origin, label: dataset.label ?? LABEL };
  class PrivacyDesk extends HTMLElement {
    private launcher: Launcher | undefined;

    connectedCallback(): void {
      this.launcher ??= new Launcher(this, options);
    }
  }
  customElements.define(TAG, PrivacyDesk);
}

function placeOne(): void {
  if (!document.querySelector(TAG)) document.body.append(document.createElement(TAG));
}

// A page that holds the script twice has one launcher all the same.
if (script && !customElements.get(TAG)) {
  define(script);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', placeOne);
  else placeOne();
}
