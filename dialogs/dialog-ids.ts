/** Ids by which dialogs start each other. */
export const ASK_NOTICE = 'ask-notice';
export const DID_YOU_MEAN = 'did-you-mean';
export const FORM = 'form';
export const REQUEST_STATUS = 'request-status';
