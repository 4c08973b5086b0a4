import { maskPrivateNumbers } from '../shared/mask-private-numbers';
import type { NotKept } from '../shared/not-kept';
import type { EntryActivity } from './entry';

/** The client's own id of a message: it has to come back as it was, and means nothing. */
const CLIENT_ID = 'clientActivityID';

/**
 * What a person sent, as it may be stored and read: without private numbers in any of its texts, and with what was not
 * kept of it in `channelData.notKept`. The same activity becomes the same one each time.
 *
 * @param leftOut what its channel has left out already
 */
export function maskActivity(activity: EntryActivity, leftOut: readonly NotKept[] = []): EntryActivity {
  const masked = mapTexts(activity, (text) => maskPrivateNumbers(text).text) as EntryActivity;
  const notKept = [...maskPrivateNumbers(activity.text ?? '').found, ...leftOut];
  if (notKept.length === 0) return masked;
  return { ...masked, channelData: { ...(masked.channelData as object | undefined), notKept } };
}

/** A copy in which every text is another, however deep it stands. Fields without a value are gone. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) =>
    typeof item === 'string' && key !== CLIENT_ID ? change(item) : item,
  );
}
