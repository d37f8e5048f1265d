import { expect, test } from 'vitest';
import { convert, loadParts, writers } from '../../src/index.ts';

const parts = await loadParts(['parseHtml', 'model']);

/** By language: a headline, sentences of its story, and what stands in menus and at the foot. */
const PAGES: Readonly<Record<string, readonly [title: string, sentences: string, menu: string, foot: string]>> = {
  en: [
    'The ferry stood still',
    'The ferry stood still for three days, because a net had caught in its screw.|Whoever had to cross took the long way by the upper bridge, which costs forty minutes.|On the fourth morning a diver went down and brought up a shoe, two fish and the net.|The fish were set free, and the shoe hangs at the landing until somebody asks for it.',
    'Home|News|Sport|Contact',
    'All rights reserved',
  ],
  de: [
    'Die Fähre stand still',
    'Drei Tage stand die Fähre still, weil sich ein Netz in der Schraube verfangen hatte.|Wer hinüber musste, nahm den Umweg über die obere Brücke, der vierzig Minuten kostet.|Am vierten Morgen stieg ein Taucher hinab und brachte einen Schuh, zwei Fische und das Netz herauf.|Die Fische wurden freigelassen, der Schuh hängt am Steg, bis jemand nach ihm fragt.',
    'Start|Nachrichten|Sport|Kontakt',
    'Alle Rechte vorbehalten',
  ],
  ru: [
    'Паром стоял',
    'Три дня паром стоял у причала, потому что на винт намоталась рыбацкая сеть.|Кому надо было на другой берег, тот шёл через верхний мост и терял сорок минут.|На четвёртое утро водолаз спустился под воду и поднял башмак, двух рыб и сеть.|Рыб отпустили, а башмак висит на причале и ждёт хозяина.',
    'Главная|Новости|Спорт|Контакты',
    'Все права защищены',
  ],
  el: [
    'Το πορθμείο σταμάτησε',
    'Τρεις μέρες το πορθμείο έμεινε στην προβλήτα, επειδή ένα δίχτυ είχε πιαστεί στην προπέλα.|Όποιος ήθελε να περάσει απέναντι πήγαινε από την πάνω γέφυρα και έχανε σαράντα λεπτά.|Το τέταρτο πρωί ένας δύτης κατέβηκε και ανέβασε ένα παπούτσι, δύο ψάρια και το δίχτυ.|Τα ψάρια αφέθηκαν ελεύθερα και το παπούτσι κρέμεται στην προβλήτα.',
    'Αρχική|Ειδήσεις|Αθλητικά|Επικοινωνία',
    'Με επιφύλαξη κάθε δικαιώματος',
  ],
  zh: [
    '渡船停航三天',
    '渡船停航三天，因为渔网缠住了螺旋桨，船工们试了两次都没有把它解开。|要过江的人只好绕道上游的大桥，来回要多走四十分钟，有人干脆在岸边等着。|第四天早晨，一名潜水员下到水里，捞上来一只旧靴子、两条活鱼和那张网。|鱼被放回江里，靴子挂在码头的木桩上，等它的主人来认领。',
    '首页|新闻|体育|联系我们',
    '版权所有 不得转载',
  ],
  ja: [
    '渡し船が止まった',
    '渡し船は三日間止まっていた。スクリューに網がからまったからだと船長は言った。|向こう岸へ渡りたい人は上流の橋まで歩かなければならず、四十分ほど余計にかかった。|四日目の朝、潜水士が水に入り、古い長靴と二匹の魚と、からまった網を引き上げた。|魚は川に放され、長靴は持ち主が現れるまで桟橋の杭につるされている。',
    'ホーム|ニュース|スポーツ|お問い合わせ',
    '無断転載を禁じます',
  ],
  ko: [
    '나룻배가 멈췄다',
    '나룻배는 사흘 동안 멈춰 있었다. 스크루에 그물이 걸렸기 때문이라고 선장이 말했다.|강을 건너려는 사람들은 위쪽 다리로 돌아가야 했고, 사십 분이 더 걸렸다.|나흘째 아침에 잠수부가 물에 들어가 낡은 장화 한 짝과 물고기 두 마리, 그물을 건져 올렸다.|물고기는 강에 놓아주었고, 장화는 주인이 나타날 때까지 선착장에 걸려 있다.',
    '홈|뉴스|스포츠|연락처',
    '무단 전재 금지',
  ],
  ar: [
    'توقفت العبّارة',
    'توقفت العبّارة ثلاثة أيام، لأن شبكة صيد علقت بمروحتها ولم يستطع البحارة نزعها.|من أراد العبور سلك طريق الجسر الأعلى، وهو طريق يستغرق أربعين دقيقة إضافية.|في صباح اليوم الرابع نزل غوّاص إلى الماء، وأخرج حذاءً قديمًا وسمكتين والشبكة نفسها.|أُطلقت السمكتان في النهر، وما زال الحذاء معلّقًا على الرصيف ينتظر صاحبه.',
    'الرئيسية|الأخبار|الرياضة|اتصل بنا',
    'جميع الحقوق محفوظة',
  ],
  he: [
    'המעבורת עמדה',
    'שלושה ימים עמדה המעבורת ברציף, מפני שרשת דייגים נתפסה במדחף שלה ולא הצליחו לשחררה.|מי שרצה לעבור לגדה השנייה הלך דרך הגשר העליון, והפסיד בכל פעם ארבעים דקות.|בבוקר הרביעי ירד צוללן אל המים והעלה נעל ישנה, שני דגים חיים ואת הרשת עצמה.|הדגים שוחררו אל הנהר, והנעל תלויה על הרציף עד שיבוא בעליה.',
    'בית|חדשות|ספורט|צור קשר',
    'כל הזכויות שמורות',
  ],
  hi: [
    'नाव रुकी रही',
    'तीन दिन तक नाव घाट पर रुकी रही, क्योंकि उसके पंखे में मछली का जाल फँस गया था।|जिन्हें उस पार जाना था, वे ऊपर वाले पुल से गए और उन्हें चालीस मिनट ज़्यादा लगे।|चौथे दिन सुबह एक गोताखोर पानी में उतरा और एक पुराना जूता, दो मछलियाँ और जाल निकाल लाया।|मछलियों को छोड़ दिया गया, और जूता घाट पर टँगा है, जब तक कोई उसे लेने न आए।',
    'मुख्य पृष्ठ|समाचार|खेल|संपर्क',
    'सर्वाधिकार सुरक्षित',
  ],
  th: [
    'เรือข้ามฟากหยุดเดิน',
    'เรือข้ามฟากหยุดเดินสามวันเพราะอวนจับปลาพันใบพัดและคนเรือแก้ไม่ออก|คนที่ต้องข้ามฝั่งต้องอ้อมไปทางสะพานด้านบนซึ่งใช้เวลาเพิ่มอีกสี่สิบนาที|เช้าวันที่สี่นักประดาน้ำลงไปและนำรองเท้าเก่าหนึ่งข้าง ปลาสองตัว และอวนขึ้นมา|ปลาถูกปล่อยกลับลงแม่น้ำ ส่วนรองเท้าแขวนอยู่ที่ท่าจนกว่าเจ้าของจะมารับ',
    'หน้าแรก|ข่าว|กีฬา|ติดต่อ',
    'สงวนลิขสิทธิ์',
  ],
  am: [
    'ጀልባው ቆመ',
    'ጀልባው ሦስት ቀን ቆመ፤ ምክንያቱም መረብ በመዘውሩ ላይ ተጠምጥሞ ነበር።|ወደ ማዶ መሻገር የፈለገ ሰው በላይኛው ድልድይ ዞሮ ሄደ፤ ይህም አርባ ደቂቃ ይፈጃል።|በአራተኛው ቀን ጠዋት ጠላቂ ወደ ውኃው ገብቶ አሮጌ ጫማ፣ ሁለት ዓሣና መረቡን አወጣ።|ዓሦቹ ተለቀቁ፤ ጫማው ግን ባለቤቱ እስኪመጣ ድረስ በወደቡ ላይ ተሰቅሏል።',
    'መነሻ|ዜና|ስፖርት|አድራሻ',
    'መብቱ በሕግ የተጠበቀ',
  ],
};

test.each(Object.entries(PAGES))(
  '%s: the story stays, menu and foot go',
  (language, [title, sentences, menu, foot]) => {
    const story = sentences.split('|');
    const body = [
      ...story,
      ...story.map((_, at) => `${story[(at + 1) % story.length]} ${story[(at + 2) % story.length]}`),
    ];
    const links = menu.split('|').map((name, at) => `<li><a href="/${at}">${name}</a></li>`);
    const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body>
    <div class="top"><ul class="menu">${links.join('')}</ul></div>
    <div class="story"><h1>${title}</h1>${body.map((line) => `<p>${line}</p>`).join('')}</div>
    <div class="footer"><ul>${links.join('')}</ul><p>© 2024 ${foot}</p></div></body></html>`;
    const document = convert({ id: 'x.html', body: html }, { from: 'html' }, parts);
    const markdown = writers.markdown.write(document).replaceAll('\\', '');
    for (const line of story) expect(markdown).toContain(line);
    expect(markdown).toContain(`# ${title}`);
    for (const name of menu.split('|')) expect(markdown).not.toContain(`[${name}]`);
    expect(markdown).not.toContain(foot);
    expect(document.quality.confidence).toBeGreaterThan(0.5);
  },
);
