/** Where the server has the icon of the browser's tab. */
export const ICON_PATH = '/assets/icon.svg';

/** The mark of the service, light on petrol, so that it shows on light and dark tabs. */
export const PAGE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0b4f63" d="M16 3 3.6 12.7A1.6 1.6 0 0 0 3 14v9.4A2.6 2.6 0 0 0 5.6 26H9v4.2c0 .7.8 1.1 1.4.6L16.6 26h9.8a2.6 2.6 0 0 0 2.6-2.6V14c0-.5-.2-1-.6-1.3z"/><path d="M10 16.2h12M10 20.4h7.5" stroke="#fff" stroke-width="2.2" stroke-linecap="round" fill="none"/></svg>
`;
