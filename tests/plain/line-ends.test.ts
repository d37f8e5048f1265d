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

test('and those of Burmese, whose phrases are short', () => {
  const text = [
    'မီးပြတိုက် စောင့်သူသည် ညတိုင်း မီးထွန်း',
    'ပြီးနောက် ပင်လယ်ကို ကြည့်သည်',
    'လှေများ ဖြတ်သွားလျှင် သူသည်',
    'ခေါင်းလောင်း တီးပြီး ကလေးများ ကြားရ',
    'သည်။ ရွာသားများ ပြန်လာ',
  ].join('\n');
  expect(endsOf(text)).toEqual([' ', ' ', ' ', ' ', undefined]);
});

test('a phrase of Thai that is wider than the page was cut only where all such were', () => {
  const whole = [
    'ชาวประมงออกเรือตั้งแต่เช้ามืด ทุกวันในฤดูหนาว',
    'และกลับมาพร้อมปลาตัวใหญ่ก่อนพระอาทิตย์ตกดินทุกวันในฤดูฝน',
    'เด็กเด็กรออยู่ที่ท่าน้ำ',
    'พวกเขาช่วยยกตะกร้าปลาขึ้นฝั่งก่อนที่ฝนจะตกลงมาอย่างหนักอีกครั้งหนึ่ง',
    'แล้วกลับบ้าน กันทุกคน',
  ];
  expect(endsOf(whole.join('\n'))).toEqual([' ', ' ', ' ', ' ', undefined]);
});

test('where one line of Lao ends so the others tell how wide the page is', () => {
  const text = [
    'ຊາວສວນເລີ່ມເກັບກາເຟໃນເດືອນຕຸລາ ແລະ ສິ້ນສຸດໃນເດືອນ 1.',
    '',
    'ພວກເຂົາເກັບດ້ວຍມື ແລະ ບໍ່ໃຊ້ເຄື່ອງຈັກ',
    'ເພື່ອຮັກສາຄຸນນະພາບຂອງໝາກ',
  ].join('\n');
  expect(endsOf(text)).toEqual([undefined, ' ', undefined]);
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
  const rows = '배 이름\n등대 하나\n\n';
  const lines = withLineEnds(readLines(rows + page.map((line) => line.trim()).join('\n')));
  expect(
    lines
      .slice(2)
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
