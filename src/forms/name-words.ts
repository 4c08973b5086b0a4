import { normalise } from '../search/normalise';

/** Names that are words of English as well. A name outside the list is no less a name: only capitals or a clearer lead-in are needed. */
const GIVEN_NAMES = wordSet(
  'mark will bill rob bob grace hope faith joy rose may april june summer dawn jack pat sue ray art frank gene grant guy ' +
    'dean drew chase clay cliff dale don earl eve gay ginger glen harry heather holly hunter ivy iris jade jasmine jean ken ' +
    'lance lily mason max miles mike nick norm olive penny pearl peter piers poppy rich robin rod ruby rusty sandy star ' +
    'tony victor violet wade ward wayne woody dave david john james paul sarah anna ann anne emma amy kate jane jo joe sam ' +
    'alex chris tom tim steve simon ben dan matt luke adam lee kim kelly tracy mary susan karen linda helen claire laura ' +
    'lucy ali mohammed muhammad ahmed fatima aisha priya patel singh khan begum hassan omar maria jose angel destiny ' +
    'christian precious blessing patience prudence constance melody harmony carol sky skye river brook rowan basil herb gray ' +
    'sterling jewel crystal amber coral hazel fern daisy bonnie merry chance rex duke prince king major reed sunny',
);

/** How people are, or what they say they are; none of them a common name. */
const STATES = wordSet(
  'tired knackered fed sick ill fine ok okay alright good great bad sad angry cross upset annoyed furious confused lost ' +
    'scared worried busy sorry sure unsure here there back done ready late early deaf blind disabled homeless pregnant ' +
    'single married widowed divorced retired unemployed diabetic asthmatic epileptic autistic dyslexic elderly alone ' +
    'skint gutted poorly hungry cold british english scottish welsh irish polish muslim christian gay bi trans a an the ' +
    'not no just still only so very too really trying looking asking writing calling moving leaving living staying ' +
    'waiting going getting being wrong right correct true false private personal complicated ridiculous stupid rubbish ' +
    'urgent important broken missing in on at from with of to about tenant landlord leaseholder resident solicitor',
);

/** Plainly said instead of a name. */
const NO_NAMES = wordSet(
  'yes yeah yep no nope nah ok okay none nobody noone nothing anonymous anon hello hi hiya hey thanks thankyou cheers ' +
    'please sorry idk dunno what why who how when where which huh eh pardon help stop cancel skip next n/a question fuck fuckoff pissoff sodoff bugger buggeroff bogoff goaway getlost shutup whatever rubbish bollocks ' +
    'nunya',
);

/** Endings of words that tell how somebody or something is: "tired", "mouldy", "ridiculous". */
const DESCRIBING = /(?:ed|ing|ly|y|ful|ous|ish|able|ible|ic|al|ive|less|ent|ant|ist|er|est|ian)$/;

export const isGivenName = (word: string): boolean => GIVEN_NAMES.has(word);
export const isState = (word: string): boolean => STATES.has(word);
export const isNoName = (word: string): boolean => NO_NAMES.has(word);
export const isDescribing = (word: string): boolean => STATES.has(word) || DESCRIBING.test(word);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(normalise));
}
