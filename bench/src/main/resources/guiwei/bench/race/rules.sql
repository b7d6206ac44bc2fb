-- What a good engineer writes in a day, over the tables of read.sql: numbers with retry marks and
-- in remarks, splits, merges, duplicates, wrong amounts, payments without a number by place,
-- amount and time, refunds twice or missing, payments of cancelled orders, and leftovers. Rules in
-- their order, each taking what the ones before left; no rivals, no whole groups weighed.
--
-- Writes ${out}: discrepancies.csv and matches.csv in Guiwei's columns, so that both are scored
-- alike.

create temp table last_day as select max(t) as t from lines;

-- A completed pre-authorisation belongs to the time when the card was there.
update lines set t = hold.t
from lines as hold
where hold.kind = 'hold' and lines.channel = 'pos' and lines.kind = 'pay'
  and lines.place = hold.place and lines.original = split_part(hold.id, '-', 3);

create temp table claims (id varchar, kind varchar, amount bigint, orders varchar,
  meant varchar, t timestamp, currency varchar, why varchar);

create temp table matches (rule varchar, receipts varchar, orders varchar, amount bigint);

---- 1. Which order does a line name?

create temp table exact as
select lines.id, orders.no from lines join orders on lines.ref = orders.no;

create temp table rest as
select * from lines where kind <> 'hold' and id not in (select id from exact);

create temp table plain_numbers as
select no, upper(translate(no, '-_ ', '')) as plain, due, customer, store, t, remark
from orders;

create temp table named as
select id, no, 'number' as how from exact
union
select rest.id, orders.no, 'retry'
from rest join orders on
  regexp_replace(ref, '([-_][0-9]{1,2}|R[0-9]{1,2}|0[0-9])$', '') = orders.no
union
select rest.id, plain_numbers.no, 'words'
from (
  select id, unnest(regexp_extract_all(upper(translate(coalesce(words, ''), '-_ ', '')),
    '[A-Z]{2}[0-9]{12,17}')) as token
  from rest) as rest
join plain_numbers on rest.token = plain_numbers.plain;

-- In a bank's remark: the end of a number, when the amount fits; an invoice that the order names.
insert into named
select id, min(no), 'part'
from (
  select rest.id, plain_numbers.no
  from rest join plain_numbers on rest.amount = plain_numbers.due
    and length(regexp_extract(translate(rest.words, '-_ ', ''), '([0-9]{5,})[^0-9]*$', 1)) >= 5
    and ends_with(plain_numbers.plain,
      regexp_extract(translate(rest.words, '-_ ', ''), '([0-9]{5,})[^0-9]*$', 1))
    and rest.t between plain_numbers.t - interval 1 day and plain_numbers.t + interval 30 days
  where rest.channel = 'bank' and rest.id not in (select id from named))
group by id having count(*) = 1
union all
select rest.id, min(plain_numbers.no), 'invoice'
from rest join plain_numbers
  on regexp_extract(rest.words, 'FP[0-9]{6,}') = regexp_extract(plain_numbers.remark, 'FP[0-9]{6,}')
where rest.channel = 'bank' and regexp_extract(rest.words, 'FP[0-9]{6,}') <> ''
  and rest.id not in (select id from named)
group by rest.id having count(*) = 1;

-- A slip in a bank's remark: it names somebody else's order, and the payer has one of the amount.
create temp table slips as
select lines.id, min(own.no) as no
from named join lines on lines.id = named.id join orders as other on other.no = named.no
join customers on split_part(lines.payer, ' ', 1) in (customers.name, customers.company)
join orders as own on own.customer = customers.customer and own.due = lines.amount
  and coalesce(own.channel, 'bank') = 'bank'
  and lines.t between own.t - interval 1 day and own.t + interval 10 days
where lines.channel = 'bank' and lines.kind = 'pay' and other.due <> lines.amount
  and own.customer <> other.customer
group by lines.id having count(distinct own.no) = 1;

delete from named where id in (select id from slips);

insert into named select id, no, 'slip' from slips;

---- 2. Lines without a number: place, amount and time.

-- A terminal's clock is off by what most pairs of equal amount are apart.
create temp table card_pairs as
select lines.id, orders.no, lines.place, epoch(lines.t) - epoch(orders.t) as delay,
  lines.t as line_t
from lines join orders on lines.place = orders.terminal and lines.amount = orders.due
  and lines.t between orders.t - interval 40 minutes and orders.t + interval 40 minutes
where lines.channel = 'pos' and lines.kind = 'pay' and coalesce(orders.channel, 'pos') = 'pos';

create temp table clocks as
with bins as (select place, delay // 120 as bin, count(*) as n from card_pairs group by all),
best as (select place, arg_max(bin, n) as bin from bins group by place)
select card_pairs.place, median(delay) as off
from card_pairs join best on best.place = card_pairs.place and abs(delay // 120 - best.bin) <= 1
group by card_pairs.place;

create temp table pairs as
  select card_pairs.id, no, abs(delay - coalesce(off, 30)) as distance
  from card_pairs left join clocks on clocks.place = card_pairs.place
  where abs(delay - coalesce(off, 30)) < 400
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t) - 30)
  from rest join orders on rest.amount = orders.due and rest.place = orders.terminal
    and rest.t between orders.t - interval 5 minutes and orders.t + interval 15 minutes
  where rest.channel in ('wechat', 'alipay') and rest.kind = 'pay'
    and coalesce(orders.channel, rest.channel) = rest.channel and orders.state <> 'cancelled'
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t) - 30)
  from rest join orders on rest.amount = orders.due and rest.shop = orders.store
    and rest.t between orders.t - interval 5 minutes and orders.t + interval 15 minutes
  where rest.channel = 'alipay' and rest.kind = 'pay' and rest.place is null
    and coalesce(orders.channel, rest.channel) = rest.channel and orders.state <> 'cancelled'
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t) - 30)
  from rest join orders on rest.amount = orders.due
    and rest.t between orders.t - interval 5 minutes and orders.t + interval 15 minutes
  join stores on stores.store = orders.store and stores.wechat = rest.account
  where rest.channel = 'wechat' and rest.kind = 'pay' and rest.place is null
    and coalesce(orders.channel, rest.channel) = rest.channel and orders.state <> 'cancelled'
  union all
  select rest.id, orders.no,
    case when split_part(rest.payer, ' ', 1) in (customers.name, customers.company) then 0
      else 1000 end + abs(epoch(rest.t) - epoch(orders.t)) / 1000
  from rest join orders on rest.amount = orders.due
    and rest.t between orders.t - interval 1 day and orders.t + interval 4 days
  join stores on stores.store = orders.store and right(stores.bank, 4) = rest.account
  left join customers on customers.customer = orders.customer
  where rest.channel = 'bank' and rest.kind = 'pay' and coalesce(orders.channel, 'bank') = 'bank';

-- The nearest in time on both sides is the partner; then the nearest among those who are left.
create temp table placed (id varchar, no varchar);

delete from pairs
where id in (select id from named) or no in (select no from named);

insert into placed
select id, no from pairs
where id not in (select id from placed) and no not in (select no from placed)
qualify row_number() over (partition by id order by distance, no) = 1
  and row_number() over (partition by no order by distance, id) = 1;

insert into placed
select id, no from pairs
where id not in (select id from placed) and no not in (select no from placed)
qualify row_number() over (partition by id order by distance, no) = 1
  and row_number() over (partition by no order by distance, id) = 1;

insert into placed
select id, no from pairs
where id not in (select id from placed) and no not in (select no from placed)
qualify row_number() over (partition by id order by distance, no) = 1
  and row_number() over (partition by no order by distance, id) = 1;

insert into placed
select id, no from pairs
where id not in (select id from placed) and no not in (select no from placed)
qualify row_number() over (partition by id order by distance, no) = 1
  and row_number() over (partition by no order by distance, id) = 1;

-- The next day, when there is only one of its amount at the till on both sides.
insert into placed
with pairs as (
  select lines.id, orders.no
  from lines join orders on lines.place = orders.terminal and lines.amount = orders.due
    and lines.t between orders.t and orders.t + interval 26 hours
  where lines.channel = 'pos' and lines.kind = 'pay' and coalesce(orders.channel, 'pos') = 'pos'
    and lines.id not in (select id from placed) and orders.no not in (select no from placed)
    and orders.no not in (select no from named))
select id, no from pairs
qualify count(*) over (partition by id) = 1 and count(*) over (partition by no) = 1;

---- 3. Payments and what was given back of them.

create temp table refunds as
select lines.id, lines.channel, lines.t, -lines.amount as amount, lines.payer,
  coalesce(named.no, placed.no) as no, original_line.id as original,
  original_line.payer as original_payer
from lines
left join named on named.id = lines.id
left join (
  select lines.*, case when channel = 'pos' then place || '-' || split_part(id, '-', 3) else id end
    as number
  from lines where kind = 'pay') as original_line
  on original_line.number = case when lines.channel = 'pos' then lines.place || '-' else '' end
    || lines.original
left join placed on placed.id = original_line.id
where lines.kind in ('refund', 'void') or (lines.kind = 'out' and named.no is not null);

create temp table paid as
select lines.*, coalesce(named.no, placed.no) as no, coalesce(how, 'place') as how,
  coalesce(back.amount, 0) as back
from lines
left join named on named.id = lines.id
left join placed on placed.id = lines.id
left join (select original, sum(amount) as amount from refunds group by original) as back
  on back.original = lines.id
where lines.kind = 'pay';

-- Sale, refund and sale again at one till: wrong when the new amount is lower than the order, or
-- the refund went to another card than the one that paid.
create temp table recharged as
select first.id as first, refunds.id as refund, second.id as second, first.no, first.amount,
  second.amount as again, second.t as second_t, refunds.t, refunds.payer <> first.payer as other
from refunds join lines as back on back.id = refunds.id
join paid as first on first.place = back.place and first.channel = 'pos'
  and first.amount = refunds.amount and first.no is not null
  and epoch(refunds.t) - epoch(first.t) between 0 and 1800
join paid as second on second.place = back.place and second.channel = 'pos'
  and second.payer = first.payer and epoch(second.t) - epoch(refunds.t) between 0 and 900
where refunds.channel = 'pos' and (refunds.original = first.id or refunds.original is null);

insert into claims
select distinct on (refund) case when other then refund else second end, 'REFUND_RECHARGE',
  case when other then -amount else again - amount end, no, '', t, 'CNY',
  case when other then 'the refund went to another card' else 'charged again with less' end
from recharged where other or again < amount;

update paid set back = amount
where id in (select second from recharged) or id in (select first from recharged where not other);

insert into matches
select 'till correction', first || ';' || refund || ';' || second, no, again
from recharged where not other and again >= amount;

create temp table groups as
select no, count(distinct id) as lines, sum(amount) as received,
  count(distinct id) filter (back < amount) as kept,
  sum(amount) filter (back < amount) as kept_amount
from paid where no is not null and currency = 'CNY' group by no;

-- Lines that name several orders pay all of them.
create temp table several as
select paid.id, list(orders.no order by orders.no) as nos, sum(orders.due) as due
from paid join orders on orders.no = paid.no
group by paid.id having count(*) > 1;

insert into matches
select 'merged', paid.id, array_to_string(several.nos, ';'), min(paid.amount)
from paid join several on several.id = paid.id and several.due = paid.amount
group by paid.id, several.nos;

---- 4. Orders with payments.

insert into claims
select distinct on (paid.id) paid.id, 'CURRENCY_DIFFERS', paid.amount, paid.no, '', paid.t,
  paid.currency, 'another currency'
from paid where currency <> 'CNY' and no is not null and coalesce(words, '') not like '%汇率%';

-- Money on an account of another store.
insert into claims
select paid.id, 'WRONG_ACCOUNT', paid.amount, paid.no, paid.no, paid.t, paid.currency,
  'account of another store'
from paid join orders on orders.no = paid.no join stores on stores.store = orders.store
where (paid.channel = 'wechat' and paid.account <> stores.wechat)
  or (paid.channel = 'alipay' and paid.shop <> '' and paid.shop <> orders.store)
  or (paid.channel = 'bank' and paid.account <> right(stores.bank, 4) and paid.currency = 'CNY');

insert into claims
select paid.id, 'PAID_AFTER_CANCEL', paid.amount, paid.no, '', paid.t, paid.currency,
  'the order was cancelled'
from paid join orders on orders.no = paid.no
where orders.state = 'cancelled' and paid.back < paid.amount
  and paid.id not in (select id from claims);

-- Whole orders that fit: one payment or several, nothing wrong.
create temp table fitting as
select groups.no from groups join orders on orders.no = groups.no
where groups.received = orders.due or groups.kept_amount = orders.due
  or (groups.kept = 0 and orders.state in ('cancelled', 'refunded', 'open'))
  or (groups.kept = 0 and groups.lines = 1 and groups.received = orders.due);

insert into matches
select case when count(*) = 1 then any_value(how) else 'split' end,
  string_agg(distinct paid.id, ';'), paid.no, sum(paid.amount)
from paid semi join fitting on fitting.no = paid.no
where paid.id not in (select id from claims) and paid.id not in (select id from several)
group by paid.no;

-- A remark that explains the difference: rounding, discount, deposit, instalments.
create temp table explained as
select groups.no from groups join orders on orders.no = groups.no
where groups.no not in (select no from fitting) and orders.remark is not null
  and groups.kept_amount < orders.due
  and (contains(orders.remark, format('{:.2f}', (orders.due - groups.kept_amount) / 100.0))
    or (regexp_matches(orders.remark, '定金|分期')
      and contains(orders.remark, (groups.kept_amount // 100)::varchar)));

insert into matches
select 'remark', string_agg(distinct paid.id, ';'), paid.no, sum(paid.amount)
from paid semi join explained on explained.no = paid.no
group by paid.no;

-- Orders that nothing pays, for mergers and wrong orders.
create temp table unpaid as
select orders.* from orders
where no not in (select no from groups) and due > 0 and coalesce(channel, '') <> 'cash'
  and no not in (select unnest(nos) from several);

create temp table odd as
select paid.*, orders.due, orders.customer, orders.t as ordered, orders.store, orders.terminal,
  groups.kept, groups.kept_amount, groups.lines,
  row_number() over (partition by paid.no order by paid.t, paid.id) as nth,
  row_number() over (partition by paid.no, paid.amount = orders.due order by paid.t, paid.id)
    as nth_full
from paid join groups on groups.no = paid.no join orders on orders.no = paid.no
where paid.no not in (select no from fitting) and paid.no not in (select no from explained)
  and paid.id not in (select id from claims) and paid.id not in (select id from several)
  and paid.back < paid.amount and paid.currency = 'CNY';

-- The amount is exactly another open order of the same customer: the wrong one was named.
create temp table wrong_order as
select odd.id, any_value(odd.no) as no, min(unpaid.no) as meant, any_value(odd.amount) as amount,
  any_value(odd.t) as t
from odd join unpaid on unpaid.customer = odd.customer and unpaid.due = odd.amount
  and unpaid.t < odd.t + interval 1 hour and unpaid.state <> 'cancelled'
where not (odd.amount = odd.due and odd.nth_full = 1)
group by odd.id having count(*) = 1;

insert into claims
select id, 'WRONG_ORDER', amount, no, meant, t, 'CNY', 'fits another order of the customer'
from wrong_order;

-- Two or three orders of one customer in one payment.
create temp table merged as
select odd.id, odd.no,
  list_sort(list_filter([odd.no, a.no, b.no], lambda x: x is not null)) as nos, odd.amount
from odd join unpaid as a on a.customer = odd.customer and a.no <> odd.no
  and abs(epoch(a.t) - epoch(odd.ordered)) < 86400
left join unpaid as b on b.customer = odd.customer and b.no > a.no
  and odd.due + a.due <> odd.amount and abs(epoch(b.t) - epoch(odd.ordered)) < 86400
where odd.amount = odd.due + a.due + coalesce(b.due, 0)
  and odd.id not in (select id from wrong_order)
qualify count(*) over (partition by odd.id) = 1;

insert into matches
select 'merged', id, array_to_string(nos, ';'), amount from merged;

insert into matches
select 'order-number', id, no, amount from odd
where amount = due and nth_full = 1 and id not in (select id from merged);

insert into claims
select id, 'DUPLICATE_CHARGE', amount, no, '', t, 'CNY', 'the order was paid before'
from odd
where amount = due and nth_full > 1 and id not in (select id from wrong_order);

insert into claims
select id, case when amount > due then 'OVERPAID' else 'UNDERPAID' end, amount - due, no, '', t,
  'CNY', 'the amount differs'
from odd
where amount <> due and id not in (select id from wrong_order) and id not in (select id from merged)
  and lines = 1;

-- Several payments of one order that neither fit nor repeat: the whole difference, at the last.
insert into claims
select arg_max(id, t), case when sum(amount) > any_value(due) then 'OVERPAID' else 'UNDERPAID' end,
  sum(amount) - any_value(due), no, '', max(t), 'CNY', 'the amounts together differ'
from odd
where lines > 1 and id not in (select id from wrong_order) and id not in (select id from merged)
group by no having bool_and(amount <> due);

-- The same basket sent twice within seconds: two orders, both paid.
insert into claims
select second.id, 'DUPLICATE_CHARGE', second.amount, second.no || ';' || first.no, first.no,
  second.t, 'CNY', 'the same order was sent twice'
from orders as a join orders as b on a.customer = b.customer and a.due = b.due and a.no < b.no
  and a.store = b.store and epoch(b.t) - epoch(a.t) between 0 and 30
join paid as first on first.no = a.no join paid as second on second.no = b.no
where first.payer = second.payer and second.back < second.amount
  and second.id not in (select id from claims);

delete from matches where receipts in (
  select id from claims where why = 'the same order was sent twice');

---- 5. Payments that no rule placed.

create temp table left_over as
select paid.* from paid
where paid.no is null and paid.back < paid.amount and paid.currency = 'CNY'
  and not (paid.channel = 'bank' and regexp_matches(coalesce(payer, '') || coalesce(words, ''),
    '财付通|支付宝|银联|清算|结算|利息|结息|备付金|转存|内部|往来|提现|拉卡拉|收单'));

-- The same card, code and amount again within minutes.
create temp table again as
select distinct on (left_over.id) left_over.id, left_over.amount, first.no, left_over.t
from left_over join paid as first on first.payer = left_over.payer
  and first.amount = left_over.amount and first.channel = left_over.channel
  and first.no is not null and first.id <> left_over.id
  and epoch(left_over.t) - epoch(first.t) between 0 and 600
order by left_over.id, first.t;

insert into claims
select id, 'DUPLICATE_CHARGE', amount, no, '', t, 'CNY', 'the same payer paid the same just before'
from again;

-- One payment for two or three orders at one till.
create temp table till_merged as
with near as (
  select left_over.id, left_over.amount, unpaid.no, unpaid.due
  from left_over join unpaid on unpaid.terminal = left_over.place
    and abs(epoch(left_over.t) - epoch(unpaid.t)) < 1200 and unpaid.state <> 'cancelled'
  where left_over.id not in (select id from again)),
sums as (
  select a.id, [a.no, b.no] as nos, a.amount from near as a join near as b
    on a.id = b.id and a.no < b.no
  where a.due + b.due = a.amount
  union all
  select a.id, [a.no, b.no, c.no], a.amount from near as a
  join near as b on a.id = b.id and a.no < b.no join near as c on a.id = c.id and b.no < c.no
  where a.due + b.due + c.due = a.amount)
select id, nos, amount from sums qualify count(*) over (partition by id) = 1;

insert into matches
select 'merged', id, array_to_string(nos, ';'), amount from till_merged;

-- One transfer for all that the payer owes.
insert into till_merged
select left_over.id, list(unpaid.no order by unpaid.no), left_over.amount
from left_over
join customers on split_part(left_over.payer, ' ', 1) in (customers.name, customers.company)
join unpaid on unpaid.customer = customers.customer and coalesce(unpaid.channel, 'bank') = 'bank'
  and left_over.t between unpaid.t and unpaid.t + interval 6 days
where left_over.channel = 'bank'
group by left_over.id, left_over.amount, customers.customer
having count(*) > 1 and sum(unpaid.due) = left_over.amount;

-- Two payments of one order at one till.
create temp table till_split as
select a.id as one, b.id as other, unpaid.no, unpaid.due
from unpaid join left_over as a on a.place = unpaid.terminal
  and abs(epoch(a.t) - epoch(unpaid.t)) < 900
join left_over as b on b.place = unpaid.terminal and b.id > a.id
  and abs(epoch(b.t) - epoch(unpaid.t)) < 900
where a.amount + b.amount = unpaid.due
qualify count(*) over (partition by a.id) = 1 and count(*) over (partition by b.id) = 1;

insert into matches
select 'split', one || ';' || other, no, due from till_split;

-- An order at the same till at the same time, with a figure that differs.
create temp table slipped as
select left_over.id, left_over.amount, left_over.t, unpaid.no, unpaid.due, unpaid.remark,
  abs(epoch(left_over.t) - epoch(unpaid.t)) as distance
from left_over join unpaid on unpaid.terminal = left_over.place
  and coalesce(unpaid.channel, left_over.channel) = left_over.channel and unpaid.state in ('paid', 'part')
  and abs(epoch(left_over.t) - epoch(unpaid.t)) < 600
where left_over.id not in (select id from again)
  and left_over.id not in (select id from till_merged)
  and left_over.id not in (select one from till_split union select other from till_split)
  and unpaid.no not in (select no from till_split)
  and unpaid.no not in (select unnest(nos) from till_merged)
qualify row_number() over (partition by left_over.id order by distance) = 1
  and row_number() over (partition by unpaid.no order by distance) = 1;

insert into matches
select 'remark', id, no, amount from slipped
where amount < due and contains(coalesce(remark, ''), format('{:.2f}', (due - amount) / 100.0));

insert into claims
select id, case when amount > due then 'OVERPAID' else 'UNDERPAID' end, amount - due, no, '', t,
  'CNY', 'the till''s amount differs'
from slipped
where not (amount < due
  and contains(coalesce(remark, ''), format('{:.2f}', (due - amount) / 100.0)));

insert into claims
select id, 'UNIDENTIFIED', amount, '', '', t, 'CNY', 'nothing explains it'
from left_over
where id not in (select id from again) and id not in (select id from slipped)
  and id not in (select id from till_merged)
  and id not in (select one from till_split union select other from till_split);

---- 6. Orders that say paid.

insert into claims
select '', 'MISSING_RECEIPT', -due, no, '', t, 'CNY', 'paid, and no line says so'
from unpaid, (select t as last from last_day)
where state = 'paid' and unpaid.t < last - interval 1 day
  and no not in (select no from slipped) and no not in (select no from till_split)
  and no not in (select unnest(nos) from till_merged)
  and no not in (select unnest(nos) from merged)
  and no not in (select meant from wrong_order);

---- 7. Refunds.

create temp table gone as
select orders.no, orders.promised, sum(refunds.amount) as back, count(distinct refunds.id) as times,
  arg_max(refunds.id, refunds.t) as last_id, max(refunds.t) as last_t,
  any_value(groups.received) as received
from orders join refunds on refunds.no = orders.no left join groups on groups.no = orders.no
group by orders.no, orders.promised;

insert into claims
select last_id, 'REFUND_TWICE', -(back - coalesce(promised, received)), no, '', last_t, 'CNY',
  'more went back than was promised'
from gone
where times > 1 and back > coalesce(promised, received)
  and last_id not in (select unnest(string_split(receipts, ';')) from matches where rule = 'split');

insert into claims
select refunds.id, 'REFUND_TWICE', -(refunds.amount - original_line.amount), refunds.no, '',
  refunds.t, 'CNY', 'more went back than came'
from refunds join lines as original_line on original_line.id = refunds.original
where refunds.amount > original_line.amount and refunds.id not in (select id from claims);

insert into claims
select arg_min(paid.id, paid.t), 'REFUND_MISSING', orders.promised - coalesce(any_value(gone.back), 0),
  orders.no, '', min(paid.t), 'CNY', 'promised and not gone'
from orders join paid on paid.no = orders.no left join gone on gone.no = orders.no, last_day
where orders.promised > coalesce(gone.back, 0) and orders.t < last_day.t - interval 7 days
group by orders.no, orders.promised;

---- 8. Fees.

insert into claims
select id, 'FEE_DIFFERS', (round(settled * rate / 100) - round(fee * 100))::bigint,
  coalesce(no, ''), '', t, 'CNY', 'not the contract''s rate'
from paid
where fee is not null and abs(settled * rate / 100 - fee * 100) > 1.5;

---- 9. Payouts of a day: what the channel settled less its fees.

create temp table settled as
select case channel when 'wechat' then '财付通' when 'alipay' then '支付宝'
    when 'unionpay' then '银联' end as payer,
  t::date as day,
  sum(case when kind = 'pay' then coalesce(settled, amount) else amount end)
    - sum(round(coalesce(fee, 0) * 100))::bigint as due
from lines where channel in ('wechat', 'alipay', 'unionpay') and currency = 'CNY' and done
group by all;

insert into claims
select lines.id, 'PAYOUT_DIFFERS', lines.amount - settled.due, '', '', lines.t, 'CNY',
  'not what the day''s trades come to'
from lines join settled on contains(lines.payer, settled.payer)
  and regexp_extract(lines.words, '(20[0-9]{6})', 1) = strftime(settled.day, '%Y%m%d')
where lines.channel = 'bank' and lines.kind = 'pay' and lines.words like '%结算%'
  and lines.amount <> settled.due;

---- 10. Results.

copy (
  select row_number() over () as id, kind, 0.9 as probability, amount as amount_minor, currency,
    '' as channel, '' as account, '' as store, id as primary_receipt, id as receipts, orders,
    meant as meant_orders, '' as customer, '' as customer_probability,
    strftime(t, '%Y-%m-%dT%H:%M:%S+08:00') as first_time, why as reason_zh, why as reason_en
  from claims
) to '${out}/discrepancies.csv' (header);

copy (
  select row_number() over () as "group", rule, 'unique' as answer, receipts, orders,
    amount as amount_minor, 'CNY' as currency
  from matches
) to '${out}/matches.csv' (header);
