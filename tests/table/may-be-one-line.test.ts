import { expect, test } from 'vitest';
import { mayBeOneLine } from '../../src/plain/table/rows/may-be-one-line.ts';

test('a table printed as one line may be one', () => {
  expect(mayBeOneLine('TownMayorVotesOsloAnne Lae120BergenMarit War98')).toBe(true);
});

test('cells of sentences in a long line may be further apart', () => {
  const row = (at: number) =>
    `State${at}The line waits until somebody has read it, and no one may change a price in it.`;
  expect(mayBeOneLine([1, 2, 3, 4, 5].map(row).join(''))).toBe(true);
});

test('prose that names one ware again and again is none', () => {
  const sentence = 'With RowBoat you keep your place, and RowBoat tells you when the tide turns. ';
  expect(mayBeOneLine(sentence.repeat(6).trim())).toBe(false);
});

test('prose with apostrophes is none, nor are names of wares', () => {
  expect(mayBeOneLine('Il n’a pas l’air d’avoir vu l’île, et qu’on n’aille pas dire qu’il n’y était pas.')).toBe(false);
  expect(mayBeOneLine('Kettles KT46DX500EV and KT48DX700EV beside the oven')).toBe(false);
});

test('prose with a stop that lacks its blank is none, nor is a statement of a program', () => {
  expect(mayBeOneLine('The lamp went out.Nobody saw it, for the moon was up, and the harbour lay still.')).toBe(false);
  expect(mayBeOneLine('lampRoom.openDoor(keyRing.firstKey).lightLamp(nightWatch.nextHour);')).toBe(false);
  expect(
    mayBeOneLine('<lampRoom> openDoor = { keyRing: 1 } lightLamp() nightWatch = { nextHour: 2 } </lampRoom>'),
  ).toBe(false);
});

test('a sentence of a script without blanks is none, however many figures and brackets it has', () => {
  expect(
    mayBeOneLine(
      '港口（Harbour）有3条船、12名水手，第4条船在5月离开。灯塔（1906年建）高20米，每8秒闪2次，6名看守轮流值班。',
    ),
  ).toBe(false);
});

test('a sentence without case is none for the names, measures and brackets in other letters that it holds', () => {
  expect(
    mayBeOneLine(
      '등대의 LoRaWAN 장치는 3.3V 전원(예: 배터리)에서 동작하며, API는 매시간 40바이트를 항구로 보냅니다. 배가 항구에 가까이 오면 등대지기가 불을 켭니다.',
    ),
  ).toBe(false);
  expect(
    mayBeOneLine(
      'اسم القاربالميناءالوصفالنورس12بيروتةيحمل البريد إلى الجزر كل صباح.الهلال7صورةيعود بالسمك قبل غروب الشمس كل يوم.',
    ),
  ).toBe(true);
});

test('a label with a phone number is none', () => {
  expect(mayBeOneLine('ಸಹಾಯವಾಣಿ: 080-2345-6789')).toBe(false);
});
