import { expect, test } from 'vitest';
import { readLines } from '../../src/plain/lines/line.ts';
import { withLineEnds } from '../../src/plain/lines/line-ends.ts';
import { shownWidth } from '../../src/plain/table/forms/width.ts';

const endsOf = (text: string) => withLineEnds(readLines(text)).map(({ endsIn }) => endsIn);

test('ragged lines of Thai were broken at blanks', () => {
  const text = [
    'ชาวประมงออกเรือตั้งแต่เช้ามืด ทุกวันในฤดูหนาว',
    'และกลับมาก่อนเที่ยง',
    'เด็กเด็กรออยู่ที่ท่าน้ำ ด้วยกัน',
    'พวกเขาช่วยยกตะกร้าปลาขึ้นฝั่ง แล้วกลับบ้าน',
    'กันทุกคน',
  ].join('\n');
  expect(endsOf(text)).toEqual([' ', ' ', ' ', ' ', undefined]);
});

test('full lines of Thai may have been broken between any two words', () => {
  const text = [
    'ชาวประมงออกเรือตั้งแต่เช้ามืด ทุกวันในฤดู',
    'หนาวและกลับมาก่อนเที่ยง เด็กเด็กรออยู่ที่ท่า',
    'น้ำด้วยกัน พวกเขาช่วยยกตะกร้าปลาขึ้นฝั่ง',
    'แล้วกลับบ้านกันทุกคน',
  ].join('\n');
  expect(endsOf(text)).toEqual([undefined, undefined, undefined, undefined]);
});

test('where all lines of Korean are full their words were cut, and are made whole', () => {
  const story =
    '등대를 지키는 사람은 매일 저녁에 불을 켜고 바다를 봅니다 그는 등대를 지키는 사람이고 바다를 보는 사람입니다 배가 지나가면 매일 저녁에 불을 켜고 그는 등대를 봅니다 사람은 배를 보고 바다는 조용하며 불을 켜고 등대를 지키는 저녁에 바다를 보는 사람이 매일 노래를 부릅니다 그는 배를 봅니다';
  const page: string[] = [''];
  for (const syllable of story) {
    const line = page.at(-1) as string;
    if (shownWidth(line + syllable) <= 40) page[page.length - 1] = line + syllable;
    else page.push(syllable.trim());
  }
  const lines = withLineEnds(readLines(page.map((line) => line.trim()).join('\n')));
  expect(
    lines
      .map(({ raw, endsIn = ' ' }) => raw + endsIn)
      .join('')
      .trim(),
  ).toBe(story);
});

test('ragged lines of Korean were broken between words', () => {
  const text = [
    '등대를 지키는 사람은 매일 저녁에',
    '불을 켜고 바다를 봅니다',
    '그는 등대를 지키는 사람이고 바다를',
    '보는 사람입니다 배가 지나가면',
    '매일 저녁에 불을',
    '켜고 그는 등대를 봅니다',
    '사람은 배를',
    '보고 바다는 조용합니다',
  ].join('\n');
  expect(new Set(endsOf(text))).toEqual(new Set([undefined]));
});
