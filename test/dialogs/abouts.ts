import type { WordModel } from '../../src/search/word-model';

/** What the topics of the conversations are about, where the content does not say it yet. */
const ABOUTS: Readonly<Record<string, string>> = {
  'how-long-calls': 'recordings of calls',
  'how-long-chatbot': 'chats with the chatbot',
  'how-long-applications': 'applications for a home',
  'how-long-tenancy-file': 'my tenancy file',
  'how-long-care-plans': 'care plans',
  'how-long-rent-and-housing-benefit': 'rent statements and housing benefit letters',
  'how-long-in-general': 'my information',
  cctv: 'CCTV footage',
  'contact-centre-calls-recorded': 'recordings of calls',
  'office-calls-recorded': 'recordings of calls to your offices',
  'why-you-record-calls-and-messages': 'recordings of calls and messages',
  'bank-and-card-details': 'my bank and card details',
  'date-of-birth': 'my date of birth',
  'national-insurance-number': 'my National Insurance number',
  'national-insurance-sharing': 'my National Insurance number',
  children: 'details of children',
  'who-you-share-with': 'my information',
  'what-you-share-with-public-services': 'my information',
  'do-you-sell-my-information': 'my information',
  'protection-against-hackers': 'my information',
  'encryption-and-padlock': 'my information',
  'which-systems-and-backups': 'my information',
  'outside-the-uk-and-eu': 'information outside the UK and Europe',
  'credit-reference': 'sharing my rent record with credit agencies',
  'disabilities-and-vulnerabilities': 'disabilities and vulnerabilities',
  cookies: 'cookies',
  'who-sees-my-information': 'my information',
  'chatbot-supplier': 'chats with the chatbot',
  'what-core-is': 'CORE data',
  'national-fraud-initiative': 'the National Fraud Initiative',
  'complain-to-ico': 'complaining to the ICO',
  'name-and-photo-id': 'my name and photo ID',
  'debt-collectors': 'passing my details to debt collectors',
  'address-to-energy-and-council-tax': 'giving my address to energy companies and Council Tax',
  'how-you-get-information': 'my information',
};

/** The model with those words added to its topics. */
export function withAbouts(words: WordModel): WordModel {
  const topics = words.topics.map((topic) => ({ ...topic, about: topic.about ?? ABOUTS[topic.id] }));
  return { ...words, topics };
}
