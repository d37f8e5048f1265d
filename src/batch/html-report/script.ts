/** What the page itself runs: filters and sorting of rows that are there without it, too. */
export const SCRIPT = `
const table = document.getElementById('rows');
const body = table.tBodies[0];
const rows = [...body.rows];
const [search, status, reason] = ['search', 'status', 'reason'].map((id) => document.getElementById(id));
const shown = document.getElementById('shown');
const texts = rows.map((row) => row.textContent.toLowerCase());
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, at) => {
    const fits = (!status.value || row.dataset.status === status.value)
      && (!reason.value || row.dataset.reason === reason.value)
      && words.every((word) => texts[at].includes(word));
    row.hidden = !fits;
    if (fits) count += 1;
  });
  shown.textContent = count.toLocaleString('en-US') + ' of ' + rows.length.toLocaleString('en-US') + ' rows shown';
}
for (const field of [search, status, reason]) field.addEventListener('input', filter);
document.getElementById('filters').hidden = false;
for (const head of table.tHead.rows[0].cells) {
  const name = head.textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const column = head.cellIndex;
    const isNumber = head.classList.contains('number');
    const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', sign === 1 ? 'ascending' : 'descending');
    const key = (row) => {
      const cell = row.cells[column];
      const text = cell.dataset.value ?? cell.textContent;
      return isNumber ? (text === '' ? NaN : Number(text)) : text;
    };
    const keyed = rows.map((row, at) => ({ row, at, key: key(row) }));
    const compare = isNumber ? (a, b) => a - b : new Intl.Collator('en', { numeric: true }).compare;
    const isEmpty = (value) => value === '' || Number.isNaN(value);
    keyed.sort((a, b) => isEmpty(a.key) - isEmpty(b.key) || (isEmpty(a.key) ? 0 : sign * compare(a.key, b.key)) || a.at - b.at);
    body.append(...keyed.map(({ row }) => row));
  });
}
filter();
`;
