import type { ChatApi, StartedSession, WireActivity } from './chat-api';
import { isFromBot } from './chat-api';

/** A window with a chat, as the widget has it: with each message it names the question that it shows. */
export class FormWindow {
  /** The question that stands in it; none where something else does. */
  question: string | undefined;
  private watermark = '';

  constructor(
    readonly api: ChatApi,
    readonly session: StartedSession,
  ) {}

  /** Says something, and does not look at what is answered. */
  post(text: string, id: string): ReturnType<ChatApi['post']> {
    const { question: answers } = this;
    return this.api.post(this.session, { type: 'message', text, channelData: { clientActivityID: id, answers } });
  }

  /** Shows what was said meanwhile, and gives it back. */
  async look(): Promise<readonly WireActivity[]> {
    const { conversationId, token } = this.session;
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${this.watermark}`;
    const { body } = await this.api.call<{ activities: WireActivity[]; watermark: string }>('GET', path, { token });
    this.watermark = body.watermark;
    const last = body.activities.filter(isFromBot).at(-1);
    if (last) this.question = questionOf(last);
    return body.activities;
  }

  /** Says something, and shows what is answered. */
  async say(text: string, id: string): Promise<readonly WireActivity[]> {
    await this.post(text, id);
    return this.look();
  }
}

export function questionOf({ channelData }: WireActivity): string | undefined {
  const form = channelData?.reply?.form;
  return form?.kind === 'question' ? form.question : undefined;
}
