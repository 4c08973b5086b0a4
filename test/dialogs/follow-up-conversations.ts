/**
 * Conversations as people have them: what was asked before, the last message, and the topic that answers that. Written
 * before anything was tried on them; one label was mended after that, since only that passage tells what a number is for.
 */
export type FollowUpConversation = readonly [before: readonly string[], message: string, topic: string];

/** The last message leans on what was answered before. */
export const FOLLOW_UPS: readonly FollowUpConversation[] = [
  [['how long do you keep recordings of calls'], 'and for chats with the bot?', 'how-long-chatbot'],
  [['how long do you keep recordings of calls'], 'and my tenancy file?', 'how-long-tenancy-file'],
  [['how long do you keep my application'], 'what about care plans', 'how-long-care-plans'],
  [['when is cctv viewed'], 'how long do you keep it?', 'cctv'],
  [['do you record phone calls'], 'how long for', 'how-long-calls'],
  [['do you record phone calls'], 'why', 'why-you-record-calls-and-messages'],
  [['how long are phone calls kept'], 'who sees them then', 'who-sees-my-information'],
  [['do you keep my bank details'], 'who sees it then', 'who-sees-my-information'],
  [['why do you need my date of birth'], 'and my national insurance number?', 'national-insurance-sharing'],
  [['why do you need my NI number'], 'who do you share it with', 'national-insurance-sharing'],
  [['do you hold anything about my kids'], 'why?', 'children'],
  [['how long do you keep chats with this bot'], 'and with a real person?', 'how-long-live-chat'],
  [['do you share my details with the council'], 'and the police?', 'who-you-share-with'],
  [['do you sell my data'], 'what about my phone number?', 'do-you-sell-my-information'],
  [['how is my data protected'], 'and who can get at it?', 'who-sees-my-information'],
  [['where do you store my data'], 'how long for?', 'how-long-in-general'],
  [['do you tell credit agencies about my rent'], 'why would you do that', 'credit-reference'],
  [['how long is cctv footage kept'], 'and after that?', 'cctv'],
  [['are calls to the office recorded'], 'what for?', 'why-you-record-calls-and-messages'],
  [['do you keep a note of my disability'], 'what do you use it for', 'disabilities-and-vulnerabilities'],
  [['do you use cookies on your website'], 'where can I read about them', 'cookies'],
  [['how long do you keep my file'], 'and applications?', 'how-long-applications'],
  [['who can see my rent record'], 'and cctv?', 'cctv'],
  [['do you record emails'], 'and phone calls?', 'contact-centre-calls-recorded'],
  [['who else gets what I type in this chat'], 'how long is it kept', 'how-long-chatbot'],
  [['does my data leave the uk'], 'why is that', 'outside-the-uk-and-eu'],
  [['how long do you keep calls', 'and care plans?'], 'and rent statements?', 'how-long-rent-and-housing-benefit'],
  [['what is CORE'], "what's in it", 'what-core-holds'],
  [['what is CORE'], 'is it safe', 'core-safety-and-contact'],
  [['what is the national fraud initiative'], 'do you need my consent for that', 'fraud-matching-without-consent'],
  [['can I complain to the ico'], "what's their phone number", 'ico-phone-and-email'],
  [['do you hold my photo id'], 'how long', 'how-long-in-general'],
  [['do you have my bank details'], 'where do you keep them', 'which-systems-and-backups'],
  [['is my data encrypted'], 'who has access to it', 'who-sees-my-information'],
  [['do you send my details to debt collectors'], 'why', 'debt-collectors'],
  [
    ['will you give my address to the energy company'],
    'and to the council tax office?',
    'address-to-energy-and-council-tax',
  ],
  [['how do you get my information'], 'and from who else?', 'information-from-others'],
  [['why do you record my calls'], 'who listens to them', 'who-sees-my-information'],
  [['what do you hold about children'], 'for how long', 'how-long-in-general'],
];

/** The last message is about something else, and complete by itself. */
export const NEW_SUBJECTS: readonly FollowUpConversation[] = [
  [['how long do you keep calls'], 'is my data encrypted', 'encryption-and-padlock'],
  [['do you use cookies on your website'], 'who do you share my details with', 'who-you-share-with'],
  [['what is CORE'], 'how long do you keep my tenancy file', 'how-long-tenancy-file'],
  [['do you record calls'], 'do I have a right to see my data', 'right-to-see'],
  [['who can see my data'], 'where do I write to by post', 'postal-address'],
  [['how long do you keep calls'], 'and do you sell my data?', 'do-you-sell-my-information'],
  [['do you take photos at events'], 'what about children under 18 living with me', 'children'],
  [['how long do you keep chats with this bot'], 'how do I complain to the ICO', 'complain-to-ico'],
  [['when is cctv viewed'], 'are staff trained in data protection', 'staff-training'],
  [['why do you need my bank details'], 'ok so who regulates you', 'who-regulates-landlord'],
  [['do you sell my data'], 'it says my rent record goes to credit agencies, is that true', 'credit-reference'],
  [
    ['how long do you keep calls'],
    'hi, is it true you are part of the national fraud initiative',
    'national-fraud-initiative',
  ],
  [['how long do you keep my file'], 'then what is this notice for', 'what-this-notice-is-for'],
];
