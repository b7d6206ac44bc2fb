'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const PAGE = 50, PRINTED = 200;
  const state = {q: '', kind: '', channel: '', from: '', to: '', sort: 'amount', down: true, page: 0, open: new Set(), at: -1};
  let lang = data.lang, shown = [], printing = false;

  /* ---- words ---- */
  const T = (key, ...values) => fill(data.words[lang][key] ?? key, values);
  const fill = (text, values) => text.replace(/\{(\d)(,\w+)?\}/g, (all, n, form) => shownAs(values[n] ?? '', form));
  function shownAs(value, form) {
    if (form === ',channel') return data.words[lang]['channel.' + String(value).toUpperCase()] ?? value;
    if (form === ',seconds') return /^\d{1,9}$/.test(value) ? span(+value) : value;
    if (form === ',card') return value.length > 4 ? '••••' + value.slice(-4) : value;
    return value;
  }
  const span = (s) => s < 60 ? T('page.seconds', s)
    : s < 3600 ? T('page.minutes', Math.floor(s / 60), s % 60)
    : s < 86400 ? T('page.hours', Math.floor(s / 3600), Math.floor(s % 3600 / 60))
    : T('page.days', Math.floor(s / 86400), Math.floor(s % 86400 / 3600));
  const sentence = (reason) => T(reason[0], ...reason.slice(1));
  const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  function amount(minor, currency) {
    const digits = data.digits[currency] ?? 2;
    const plain = String(Math.abs(minor)).padStart(digits + 1, '0');
    const whole = count(plain.slice(0, plain.length - digits));
    return (minor < 0 ? '−' : '') + whole + (digits ? '.' + plain.slice(-digits) : '');
  }
  const share = (p) => p > .999 && p < 1 ? '>99.9%' : p > 0 && p < .001 ? '<0.1%' : p === 1 ? '100%' : (p * 100).toFixed(1) + '%';
  const clock = (time) => time.slice(0, 19).replace('T', ' ');
  const seconds = (time) => { const ms = Date.parse(time); return isNaN(ms) ? null : ms / 1000; };

  /* ---- elements: text is always set as text ---- */
  function el(tag, props, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(props || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key === 'class') node.className = value;
      else if (key === 'style') node.style.cssText = value;
      else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined && child !== '') node.append(child);
    return node;
  }
  function money(minor, currency) {
    const text = amount(minor, currency), point = text.indexOf('.');
    return el('span', {class: 'money'}, point < 0 ? text : text.slice(0, point), point < 0 ? null : el('i', {}, text.slice(point)), data.currencies > 1 ? el('span', {class: 'q'}, ' ' + currency) : null);
  }
  const bar = (p) => el('span', {class: 'bar', 'aria-hidden': 'true'}, el('i', {style: 'width:' + (p * 100).toFixed(1) + '%'}));

  /* ---- which rows ---- */
  const hay = (row) => (row.hay ??= {})[lang] ??= [row.i, row.ac, row.s, row.r, ...row.rs, ...row.o, ...row.m, T('kind.' + row.k), T('channel.' + row.ch), ...row.w.map(sentence)].join('\n').toLowerCase();
  const rank = {
    amount: (a, b) => Math.abs(a.a) - Math.abs(b.a),
    time: (a, b) => (a.ts ??= seconds(a.t) ?? 0) - (b.ts ??= seconds(b.t) ?? 0),
    sure: (a, b) => a.p - b.p,
    kind: (a, b) => data.kinds.indexOf(b.k) - data.kinds.indexOf(a.k),
  };
  function minorOf(text, currency) {
    const number = parseFloat(String(text).replace(/[,\s]/g, ''));
    return isNaN(number) ? null : Math.round(number * 10 ** (data.digits[currency] ?? 2));
  }
  function filter() {
    const terms = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    shown = data.rows.filter((row) => {
      const size = Math.abs(row.a), from = minorOf(state.from, row.c), to = minorOf(state.to, row.c);
      return (!state.kind || row.k === state.kind) && (!state.channel || row.ch === state.channel)
        && (from === null || size >= from) && (to === null || size <= to)
        && terms.every((term) => hay(row).includes(term));
    });
    const order = rank[state.sort], sign = state.down ? -1 : 1;
    shown.sort((a, b) => sign * order(a, b) || Math.abs(b.a) - Math.abs(a.a) || (a.i < b.i ? -1 : 1));
  }

  /* ---- drawing ---- */
  function draw(keepFocus) {
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    const from = printing ? 0 : state.page * PAGE, to = printing ? PRINTED : from + PAGE;
    const body = $('rows');
    body.replaceChildren();
    shown.slice(from, to).forEach((row, n) => {
      body.append(line(row, from + n));
      if (state.open.has(row.i)) body.append(detail(row));
    });
    if (!shown.length) body.append(el('tr', {}, el('td', {colspan: 7}, el('div', {class: 'empty'}, T(data.rows.length ? 'page.empty' : 'day.clean'), data.rows.length ? el('div', {class: 'q'}, T('page.empty.do')) : null))));
    const sums = {};
    for (const row of shown) sums[row.c] = (sums[row.c] || 0) + row.a;
    $('say').textContent = T('page.shown', count(shown.length), Object.entries(sums).map(([c, a]) => amount(a, c) + (data.currencies > 1 ? ' ' + c : '')).join(' · ') || amount(0, data.currency));
    $('page').textContent = T('page.page', state.page + 1, pages);
    $('prev').disabled = state.page === 0;
    $('next').disabled = state.page >= pages - 1;
    $('printed').textContent = shown.length > PRINTED ? T('page.print.cut', PRINTED, count(shown.length)) : '';
    for (const th of document.querySelectorAll('.ds th[data-sort]')) {
      const on = th.dataset.sort === state.sort;
      if (on) th.setAttribute('aria-sort', state.down ? 'descending' : 'ascending'); else th.removeAttribute('aria-sort');
      th.querySelector('.arrow').textContent = on ? (state.down ? '↓' : '↑') : '';
    }
    if (keepFocus) focusRow();
    remember();
  }
  function line(row, index) {
    const opened = state.open.has(row.i);
    const tr = el('tr', {class: 'row' + (opened ? ' open' : ''), 'data-at': index, 'data-id': row.i, onclick: (event) => {
      if (event.target.closest('a') || String(getSelection())) return;
      state.at = index; toggle(row);
    }});
    const button = el('button', {type: 'button', 'aria-expanded': String(opened), 'aria-controls': opened ? 'd-' + row.i : null}, el('span', {}, T('kind.' + row.k)));
    tr.append(
      el('td', {class: 'kind'}, button, row.rivals.length ? el('div', {class: 'q'}, T('day.rivals', row.rivals.length)) : null),
      el('td', {class: 'n amount'}, money(row.a, row.c)),
      el('td', {class: 'where'}, T('channel.' + row.ch), row.s ? ' · ' + row.s : ''),
      el('td', {class: 'id'}, el('span', {class: 'mono', title: row.r || row.o[0] || row.i}, row.r || row.o[0] || row.i), row.r && row.o.length ? el('span', {class: 'mono q', title: row.o.join(' ')}, row.o.join(' ')) : null),
      el('td', {class: 'why'}, el('span', {}, row.w.map(sentence).join(lang === 'zh' ? '；' : '. '))),
      el('td', {class: 'n sure num'}, bar(row.p), share(row.p)),
      el('td', {class: 'time num'}, row.t ? clock(row.t).slice(5, 16) : ''));
    return tr;
  }
  function detail(row) {
    return el('tr', {class: 'det', id: 'd-' + row.i}, el('td', {colspan: 7}, el('div', {class: 'ev'},
      el('div', {}, axis(row), compare(row)),
      el('div', {},
        el('h3', {}, T('day.reason')), el('ul', {class: 'reasons'}, row.w.map((reason) => el('li', {}, sentence(reason)))),
        row.rivals.length || row.p < 1 ? readings(row) : null,
        el('p', {class: 'do'}, el('b', {}, T('page.do') + (lang === 'zh' ? '：' : ': ')), T('kind.' + row.k + '.do')),
        el('h3', {}, T('page.number')), facts(row)))));
  }
  function facts(row) {
    const list = el('dl', {});
    const add = (name, value) => { if (value && value.length) list.append(el('dt', {}, name), el('dd', {class: 'mono'}, Array.isArray(value) ? value.join('  ') : value)); };
    add(T('page.id.head'), row.i);
    add(T('page.act'), row.r);
    add(T('day.receipt'), row.rs.filter((id) => id !== row.r));
    add(T('day.order'), row.o);
    add(T('page.meant'), row.m);
    add(T('day.account'), row.ac);
    return list;
  }
  function readings(row) {
    const all = [row, ...row.rivals], none = 1 - all.reduce((sum, one) => sum + one.p, 0);
    const rows = all.map((one) => [T('kind.' + one.k) + (one.m.length ? ' · ' + one.m.join(' ') : ''), one.p]);
    if (none > .0005) rows.push([T('page.none-of-these'), none]);
    return [el('h3', {}, T('page.readings')), el('table', {class: 'rd'}, el('tbody', {}, rows.map(([name, p]) => el('tr', {}, el('th', {scope: 'row'}, name), el('td', {class: 'n num'}, bar(p), share(p))))))];
  }
  const role = (name) => data.words[lang]['page.role.' + name] ?? name;
  const isOrder = (line) => line[0] === 'order' || line[0] === 'meant';
  const isAct = (row, line) => !isOrder(line) && line[1] === row.r;
  function axis(row) {
    const points = row.e.map((line) => ({line, at: seconds(line[2])})).filter((point) => point.at !== null).sort((a, b) => a.at - b.at);
    if (points.length < 2) return null;
    const wide = innerWidth > 1000 ? Math.min(1280, innerWidth) - 450 : innerWidth - 60, need = Math.min(60, 13500 / Math.max(240, printing ? 480 : wide));
    const first = points[0].at, length = Math.max(1, points[points.length - 1].at - first), ends = [];
    const box = el('div', {class: 'axis', role: 'img', 'aria-label': T('page.axis') + ': ' + points.map((point) => role(point.line[0]) + ' ' + clock(point.line[2])).join(', ')}, el('div', {class: 'ln'}));
    let lanes = 0;
    for (const point of points) {
      const x = (point.at - first) / length * 100, right = x > 100 - need, start = right ? x - need : x, end = right ? x + 2 : x + need;
      let lane = 0;
      while (ends[lane] !== undefined && ends[lane] > start) lane++;
      ends[lane] = end;
      lanes = Math.max(lanes, lane + 1);
      const gap = point.at - first, kind = isAct(row, point.line) ? ' hot' : isOrder(point.line) ? '' : ' ok';
      box.append(el('div', {class: 'tk' + kind + (right ? ' right' : ''), style: 'left:calc(' + x.toFixed(2) + '% - ' + (x * .12).toFixed(1) + 'px)'},
        lane ? el('s', {style: 'height:' + (lane * 36 + 8) + 'px'}) : null, el('u', {}),
        el('span', {style: 'margin-top:' + lane * 36 + 'px'}, el('b', {class: 'num'}, clock(point.line[2]).slice(gapDays(points) ? 5 : 11)), gap ? el('span', {class: 'q', style: 'display:inline;padding:0'}, ' +' + span(Math.round(gap))) : null, el('div', {class: 'q'}, role(point.line[0])))));
    }
    box.style.height = 24 + lanes * 36 + 'px';
    return [el('h3', {}, T('page.axis')), box];
  }
  const gapDays = (points) => clock(points[0].line[2]).slice(0, 10) !== clock(points[points.length - 1].line[2]).slice(0, 10);
  function compare(row) {
    const lines = [...row.e].sort((a, b) => isOrder(b) - isOrder(a));
    if (!lines.length) return null;
    const base = lines.find((line) => line[0] === 'meant') || lines.find((line) => line[0] === 'order') || lines[0];
    const cls = (line) => isAct(row, line) ? 'x' : null;
    const same = el('span', {class: 'q'}, ' =', el('span', {class: 'sr'}, T('page.same')));
    const amountCell = (line) => line === base ? money(line[3], line[4]) : line[3] === base[3] && line[4] === base[4] ? [money(line[3], line[4]), same.cloneNode(true)] : [el('mark', {}, money(line[3], line[4]), el('span', {class: 'sr'}, ' ' + T('page.differs')))];
    const cells = (name, cell) => el('tr', {}, el('th', {scope: 'row'}, name), lines.map((line) => el('td', {class: cls(line)}, cell(line))));
    return [el('h3', {}, T('page.evidence')), el('table', {class: 'cmp', style: 'min-width:' + (lines.length * 100 + 50) + 'px'},
      el('thead', {}, el('tr', {}, el('th', {}, el('span', {class: 'sr'}, T('page.evidence'))), lines.map((line) => el('th', {scope: 'col', class: cls(line)}, role(line[0]), isAct(row, line) ? el('span', {class: 'tag warn'}, T('page.act')) : null)))),
      el('tbody', {},
        cells(T('day.amount'), amountCell),
        cells(T('day.time'), (line) => el('span', {class: 'num'}, line[2] ? clock(line[2]) : '—')),
        cells(T('page.number'), (line) => el('span', {class: 'mono'}, line[1])),
        cells(T('page.source'), (line) => el('span', {class: 'mono q'}, line[5]))))];
  }

  /* ---- doing ---- */
  function toggle(row) {
    if (!state.open.delete(row.i)) state.open.add(row.i);
    draw(true);
  }
  function focusRow() {
    const row = document.querySelector('tr[data-at="' + state.at + '"] button');
    if (row) { row.focus({preventScroll: true}); row.closest('tr').scrollIntoView({block: 'nearest'}); }
  }
  function move(by) {
    if (!shown.length) return;
    state.at = Math.min(Math.max(0, state.at < 0 ? 0 : state.at + by), shown.length - 1);
    const page = Math.floor(state.at / PAGE);
    if (page !== state.page) { state.page = page; draw(true); } else focusRow();
  }
  function turn(by) { state.page += by; state.at = Math.max(0, state.page) * PAGE; draw(true); }
  function again() { state.page = 0; state.at = -1; filter(); draw(); }

  /* ---- what the address keeps ---- */
  const KEPT = ['q', 'kind', 'channel', 'from', 'to'];
  function remember() {
    const kept = new URLSearchParams();
    for (const key of KEPT) if (state[key]) kept.set(key, state[key]);
    if (state.sort !== 'amount' || !state.down) kept.set('sort', (state.down ? '-' : '') + state.sort);
    if (state.page) kept.set('page', state.page + 1);
    if (state.open.size) kept.set('open', [...state.open].slice(0, 20).join(','));
    if (lang !== data.lang) kept.set('lang', lang);
    if (root.dataset.theme !== 'light') kept.set('theme', root.dataset.theme);
    try { history.replaceState(null, '', '#' + kept); } catch (e) { /* a page without an address */ }
  }
  function recall() {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const key of KEPT) { state[key] = kept.get(key) || ''; if ($(key)) $(key).value = state[key]; }
    const sort = kept.get('sort') || '-amount', name = sort.replace('-', '');
    if (rank[name]) { state.sort = name; state.down = sort[0] === '-'; }
    state.page = (parseInt(kept.get('page'), 10) || 1) - 1;
    state.open = new Set((kept.get('open') || '').split(',').filter(Boolean));
    if (data.words[kept.get('lang')]) lang = kept.get('lang');
    const dark = kept.get('theme') ? kept.get('theme') === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'dark' : 'light';
  }

  function speak() {
    root.dataset.lang = lang;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = T('page.title') + (data.title ? ' · ' + data.title : '');
    for (const node of document.querySelectorAll('[data-word]')) node.textContent = T(node.dataset.word);
    for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', T(node.dataset.label));
    for (const node of document.querySelectorAll('[data-hint]')) node.placeholder = T(node.dataset.hint);
    // browsers do not print the buttons of a head that goes on to the next page
    for (const th of document.querySelectorAll('.ds th[data-sort]')) th.dataset.name = th.querySelector('button .' + lang)?.textContent ?? '';
    choices($('kind'), data.kinds, 'page.kind.all', 'kind.', 'k');
    choices($('channel'), data.channels, 'page.channel.all', 'channel.', 'ch');
    $('theme').textContent = T(root.dataset.theme === 'dark' ? 'page.light' : 'page.dark');
  }
  function choices(select, names, all, prefix, field) {
    const key = select.id, many = (name) => data.rows.reduce((n, row) => n + (row[field] === name), 0);
    select.replaceChildren(el('option', {value: ''}, T(all)), ...names.map((name) => el('option', {value: name}, T(prefix + name) + '  ' + count(many(name)))));
    select.value = state[key];
  }

  let waiting = 0;
  for (const key of KEPT) $(key).addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { state[key] = $(key).value; again(); }, key === 'kind' || key === 'channel' ? 0 : 120);
  });
  $('clear').addEventListener('click', () => { for (const key of KEPT) { state[key] = ''; $(key).value = ''; } again(); });
  $('prev').addEventListener('click', () => turn(-1));
  $('next').addEventListener('click', () => turn(1));
  for (const th of document.querySelectorAll('.ds th[data-sort]')) th.querySelector('button').addEventListener('click', () => {
    state.down = state.sort === th.dataset.sort ? !state.down : true;
    state.sort = th.dataset.sort;
    again();
  });
  $('lang').addEventListener('click', () => { lang = lang === 'zh' ? 'en' : 'zh'; speak(); filter(); draw(); });
  $('theme').addEventListener('click', () => { root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'; speak(); remember(); });
  $('print').addEventListener('click', () => print());
  addEventListener('beforeprint', () => { printing = true; draw(); });
  addEventListener('afterprint', () => { printing = false; draw(); });
  addEventListener('hashchange', () => { recall(); speak(); filter(); draw(); });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest('input,select,textarea');
    if (typing) { if (event.key === 'Escape') typing.blur(); return; }
    const doing = {j: () => move(1), k: () => move(-1), n: () => turn(1), p: () => turn(-1), '/': () => $('q').focus()}[event.key];
    if (doing) { event.preventDefault(); doing(); }
  });
  recall(); speak(); filter(); draw();
  if (state.open.size) document.querySelector('tr.open')?.scrollIntoView({block: 'center'});
  root.dataset.ready = String(shown.length);
})();
