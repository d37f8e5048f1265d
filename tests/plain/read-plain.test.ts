import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts();

const markdown = (text: string) =>
  writers.markdown.write(convert({ id: 'x.txt', body: text }, { from: 'text' }, parts));

test('a title twice, a share line between, sections and bullets', () => {
  const text =
    'Bees in the city\n\nTell a friend\nBees in the city\n\nMore people keep bees on roofs than ten years ago.\n\nWhy roofs\n\nThere are reasons:\n\n  • Warm air.\n  • Few poisons.\n';
  expect(markdown(text)).toBe(
    '# Bees in the city\n\nMore people keep bees on roofs than ten years ago.\n\n## Why roofs\n\nThere are reasons:\n\n- Warm air.\n- Few poisons.\n',
  );
});

test('the way through the site is no title, and none of the text', () => {
  const text =
    'Gardens > Tools > Spades\n\nA spade for heavy soil\n\nThe blade is forged from one piece and stays sharp in clay for years.\n\nThe handle is made of ash, and it can be changed by hand.\n';
  expect(markdown(text)).toMatch(/^# A spade for heavy soil\n\nThe blade/);
});

test('the title is what the text speaks of, not the button above it; who wrote it and when is no heading', () => {
  const text =
    'Paylaş\n\nAmasra gezisi: ne yenir, nerede kalınır?\n\nDefne Aksoy\n\n12 Mayıs 2023\n\nKaradeniz kıyısında küçük bir yarımada olan Amasra için yol beş saat sürdü.\n\nKale ve köprü\n\nKöprüyü geçince kale mahallesi başlıyor; evlerin arasında kediler var.\n';
  expect(markdown(text)).toMatch(
    /^# Amasra gezisi: ne yenir, nerede kalınır\?\n\nDefne Aksoy\n\n12 Mayıs 2023\n\nKaradeniz/,
  );
});

test('who signed a text, and whom to ask about it, stay at its end', () => {
  const text =
    'Spring work at the jetty\n\nCome to the shore on Saturday at ten, we lower the jetty and tar the boats.\n\nTell Rita by Thursday whether you come, so that there is soup for all of us.\n\n';
  expect(markdown(`${text}Rita Lahti, secretary\n`)).toContain('\n\nRita Lahti, secretary\n');
  expect(markdown(`${text}Questions\n\nPress office: Ann Oaks\n\nPhone: 0887 00 00\n`)).toContain('Phone: 0887 00 00');
});

test('facts below the last sentence are no titles of other pages', () => {
  const text =
    'XII Semana de Teatro\n\nUn año más, la plaza se llena de escenarios y de vecinos que suben a las tablas.\n\nInformación práctica\n\n  • Las sillas son pocas; traed cojín\n  • Si llueve, se pasa al pabellón\n  • Bar a cargo de la peña\n\nCompartir\n\nTambién te puede interesar\n\n  • Curso de cerámica para adultos\n  • Ruta nocturna por el castillo\n';
  expect(markdown(text)).toContain('## Información práctica\n\n- Las sillas son pocas; traed cojín\n');
});

test('numbers over texts of their own are headings, be there blank lines or none', () => {
  const text =
    '小户型厨房怎么收纳？\n我家厨房只有四平方米，折腾了两年，总结出下面几个办法，花钱不多，效果很好。\n一、把墙用起来\n在灶台对面的墙上装一排挂钩，锅铲、漏勺、抹布都挂上去。\n二、抽屉分格\n用旧的鞋盒剪成隔板，筷子、勺子各有各的位置。\n三、少买\n最好的收纳就是不买，锅有两口就够了。\n';
  expect(markdown(text).match(/^## .*$/gm)).toEqual(['## 一、把墙用起来', '## 二、抽屉分格', '## 三、少买']);
});

test('where paragraphs stand right below each other, a few words over a list head it', () => {
  const text =
    'Đánh giá nồi chiên không dầu Bếp Xanh\nNhà mình bốn người, trước đây hay chiên rán bằng chảo gang, nay lượng dầu ăn giảm hẳn một nửa.\nƯu điểm\n- Làm nóng nhanh, chỉ ba phút\n- Lòng nồi dễ rửa\nNhược điểm\n- Dây điện ngắn\n- Quạt kêu hơi to\nCó nên mua không?\nNếu bạn nấu cho từ ba đến năm người thì rất đáng tiền, người sống một mình nên chọn loại nhỏ.\n';
  expect(markdown(text).match(/^## .*$/gm)).toEqual(['## Ưu điểm', '## Nhược điểm', '## Có nên mua không?']);
});

test('items whose markers a tool dropped are a list below their heading, up to the next one', () => {
  const text =
    'Arroz-doce da avó Deolinda\n\nA minha avó mexia o arroz durante uma hora e não deixava ninguém falar com ela.\n\nIngredientes\n200 g de arroz carolino\n1 litro de leite gordo\n150 g de açúcar\ncanela em pó\n\nLava-se o arroz em água fria, coze-se devagar e serve-se em taças, com a canela por cima.\n';
  expect(markdown(text)).toContain(
    '## Ingredientes\n\n- 200 g de arroz carolino\n- 1 litro de leite gordo\n- 150 g de açúcar\n- canela em pó\n\nLava-se',
  );
});

test('who signed a notice, over the day, stays above what stands below it', () => {
  const text =
    '关于暑期图书馆开放时间调整的通知\n\n因空调检修和书库整理，本馆暑期开放时间调整如下，请提前安排好借阅计划。\n\n由此带来的不便，敬请谅解，祝各位读者暑期愉快。\n\n城关镇图书馆\n\n2023年6月28日\n\n上一篇：少儿朗诵比赛获奖名单\n\n下一篇：志愿者招募\n';
  expect(markdown(text)).toMatch(/愉快。\n\n城关镇图书馆\n\n2023年6月28日\n/);
});

test('the greeting over a name at the end is no heading', () => {
  const text =
    'Kunvenoj de la klubo en majo\n\nĈiuj kunvenoj okazas ĵaŭde je la 19-a horo en la biblioteko, se ne estas alie dirite.\n\nKunportu vian kantaron kaj bonan humoron.\n\nKun amikaj salutoj\n\nMaria Costa\n';
  expect(markdown(text)).toMatch(/humoron\.\n\nKun amikaj salutoj\n\nMaria Costa\n$/);
});

test('a quoted list is a list in the quote, and who said it is none', () => {
  const text = 'What the letter says:\n\n> Bring with you\n> * a rope,\n> * a lamp.\n>\n> — the harbour master\n';
  expect(markdown(text)).toContain('> Bring with you\n>\n> - a rope,\n> - a lamp.\n>\n> — the harbour master');
});

test('items nest by indent and keep their numbers', () => {
  expect(markdown('Steps to take now:\n\n  3. Open the lid.\n      • Slowly.\n  4. Look inside.\n')).toContain(
    '3. Open the lid.\n   - Slowly.\n4. Look inside.',
  );
});

test('rows parted by tabs are a table', () => {
  expect(markdown('Results of the vote are here.\n\nTown\tVotes\nOslo\t120\nBergen\t98\n')).toContain(
    '| Town   | Votes |',
  );
});

test('lines of an address stay lines', () => {
  expect(
    markdown('Write to us at this place.\n\nHeron Lane 4\n9021 Tromsø\nNorway\n\nWe answer every letter.\n'),
  ).not.toContain('|');
});

test('a wrapped line that begins with the word "o" keeps it', () => {
  const text =
    'Puede usted venir a la oficina del puerto por la mañana\no escribir una carta a la dirección que figura abajo.\n';
  expect(markdown(text)).toMatch(/mañana\\?\s+o escribir/);
});

test('numbers that leave a gap stay the numbers they were', () => {
  expect(markdown('What counts in the end:\n\n  1. Patience.\n  3. Rest.\n')).toMatch(/1\. Patience\.\s+3[.)] Rest\./);
});

test('markers that Markdown lacks stay with their text, and other markers inside nest', () => {
  const text =
    'Rules of the shed, as agreed in spring by all members.\n\n(1) Tools are lent for\na) two weeks in summer,\nb) a month in winter.\n(2) Bring them back clean, and on the day that was agreed.\n';
  expect(markdown(text)).toContain(
    '- (1) Tools are lent for\n  - a) two weeks in summer,\n  - b) a month in winter.\n- (2) Bring them back clean',
  );
});

test('a line under a line makes it a heading', () => {
  expect(markdown('The shed\n========\n\nIt stands behind the mill and is open all day.\n')).toMatch(
    /^# The shed\n\nIt/,
  );
});

test('lines that begin with a time stay lines', () => {
  expect(
    markdown('[21:04] ada: is the lamp still on\n[21:05] tom: yes it is\n[21:11] ada: the wind is over ninety now\n'),
  ).toBe(
    '\\[21:04] ada: is the lamp still on\\\n\\[21:05] tom: yes it is\\\n\\[21:11] ada: the wind is over ninety now\n',
  );
});

test('a list that a line leads up to stays, whatever is cut below it', () => {
  const text =
    'A ferry for the fjord\n\nFrom June on a small ferry crosses the fjord every morning, and the whole village waited for it.\n\nTickets\n\nThey are sold at three places:\n\n  • The harbour office\n  • The bakery\n  • On board\n\n2 comments\n';
  expect(markdown(text)).toMatch(
    /## Tickets\n\nThey are sold at three places:\n\n- The harbour office\n- The bakery\n- On board\n$/,
  );
});

test('a clause that ends in a semicolon is no question over its answer, but in Greek', () => {
  const minutes = (first: string, second: string) =>
    `Minutes\n\nThe council met on Monday in the hall.\n\n${first}\n\n${second}\n`;
  const clauses = minutes(
    'The mayor shall write to the county;',
    'The clerk shall keep the list of all those who came, and send it to them before the end of the month;',
  );
  expect(markdown(clauses)).not.toContain('## The mayor');
  const greek = minutes(
    'Πότε φεύγει το πλοίο;',
    'Το πλοίο φεύγει κάθε πρωί στις οκτώ, εκτός από την Κυριακή, που μένει στο λιμάνι.',
  );
  expect(markdown(greek)).toContain('## Πότε φεύγει το πλοίο;');
});

test('a title in a script without capitals does not run into the sentence below it', () => {
  const text =
    'როგორ მოვამზადოთ წვენი სახლში\nშემოდგომაზე ბაზარში ყურძენი იაფია და წვენის დამზადება მარტივია. საჭიროა მხოლოდ დიდი ქვაბი.\nშენახვა\nწვენი ინახება გრილ ადგილას ექვს თვემდე. გახსნილი ბოთლი მაცივარში სამ დღეს ძლებს.\n';
  expect(markdown(text)).toMatch(/^# როგორ მოვამზადოთ წვენი სახლში\n\nშემოდგომაზე[^\n]*\n\n## შენახვა\n\nწვენი/);
});

test('what stands in a table of the document is not said to be cut', () => {
  const menu = 'Home | News | Events\nHome | Boats | Mooring\nHome | Trains | Fares\nHome | Walks | Maps';
  const prose = 'The mill stands by the river, and its wheel has not turned since the flood of that spring.';
  const body = `${menu}\nHarbour office\nWater mill\n${prose}\n${prose}\n${prose}\n`;
  const { body: read, trace } = convert({ id: 'x', body }, { from: 'text', explain: true }, parts);
  expect(JSON.stringify(read)).toContain('Mooring');
  expect(trace?.filter(({ text }) => text.includes('Mooring'))).toEqual([]);
});
