import { createUrgentRecogniser } from '../../src/search/recognise-urgent';
import { realSearchContent } from './real-content';

const recognise = createUrgentRecogniser(realSearchContent().urgent);

describe('recognising danger', () => {
  it.each([
    ['theres a smell of gas on the landing', 'gas'],
    ['I can smell a really strong gas', 'gas'],
    ['the carbon monoxide alarm keeps going off', 'gas'],
    ['he is going to hit me when he gets in', 'abuse'],
    ["I'm scared of my husband", 'abuse'],
    ["he's outside my door and I'm scared", 'abuse'],
    ['I am so frightened, please help', 'abuse'],
    ['my ex is looking for me', 'abuse'],
    ['I ran away from my husband', 'abuse'],
    ['will you tell him where I am', 'abuse'],
    ['could you please not tell my ex where I live', 'abuse'],
    ['can my ex get my address from you', 'abuse'],
    ['could my ex find out where I live', 'abuse'],
    ['my ex must not know where I live', 'abuse'],
    ['i want to end it all', 'suicide'],
    ["I don't want to live any more", 'suicide'],
    ['delete my file. i am going to kill myself', 'suicide'],
    ['my flat is on fire', 'emergency'],
    ['somebody has a knife outside my door', 'emergency'],
    ['next door keeps hitting her kids, the child is being hurt', 'child'],
    ['my dad hits me', 'child'],
  ])('sees it in "%s"', (text, sign) => {
    expect(recognise(text)?.sign).toBe(sign);
  });

  it.each([
    'do you share my gas bill',
    'where is my gas safety certificate kept',
    'how long do you keep domestic abuse records',
    'who did you tell about the domestic violence',
    'do you pass on what I said about suicide',
    'is my data in danger',
    'is my ex on my tenancy file',
    'can my ex see my file',
    'does my husband get my letters',
    'who can find out where I live',
    'how do you know where I live',
    'the fire door is broken',
    'I want to end my tenancy',
    'I am going to hit the roof about these letters',
    'will it kill you to answer',
    '',
  ])('sees none in "%s"', (text) => {
    expect(recognise(text)).toBeUndefined();
  });

  it('is less sure of words that could be about something past', () => {
    const plain = recognise('i smell gas');
    const doubtful = recognise('there was a gas leak');

    expect(doubtful?.sign).toBe('gas');
    expect(doubtful?.confidence).toBeLessThan(plain?.confidence ?? 0);
  });

  it('counts the more pressing sign where there are two', () => {
    expect(recognise('he hits me and now he is going to kill me')?.sign).toBe('emergency');
  });
});
