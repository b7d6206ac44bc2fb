-- What a good engineer writes in a day, over the tables of read.sql: numbers with retry marks and
-- in remarks, splits, merges, duplicates, wrong amounts, payments without a number by place,
-- amount and time, refunds twice or missing, payments of cancelled orders, and leftovers. Rules in
-- their order, each taking what the ones before left; no rivals, no whole groups weighed.
--
-- Writes ${out}: discrepancies.csv and matches.csv in Guiwei's columns, so that both are scored
-- alike.

create temp table last_day as select max(t) as t from lines;

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

---- 2. Lines without a number: place, amount and time.

-- A terminal's clock is off by the median of its unique partners of equal amount.
create temp table card_pairs as
select lines.id, orders.no, lines.place, epoch(lines.t) - epoch(orders.t) as delay,
  lines.t as line_t
from lines join orders on lines.place = orders.terminal and lines.amount = orders.due
  and lines.t between orders.t - interval 40 minutes and orders.t + interval 40 minutes
where lines.channel = 'pos' and lines.kind = 'pay' and orders.channel = 'pos';

create temp table clocks as
select place, line_t::date as day, median(delay) as off
from card_pairs
where id in (select id from card_pairs group by id having count(*) = 1)
group by all;

-- The nearest in time on both sides is the partner.
create temp table placed as
with pairs as (
  select card_pairs.id, no, abs(delay - coalesce(off, 30)) as distance
  from card_pairs left join clocks
    on clocks.place = card_pairs.place and clocks.day = card_pairs.line_t::date
  where abs(delay - coalesce(off, 30)) < 400
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t) - 30)
  from rest join orders on rest.amount = orders.due and rest.place = orders.terminal
    and rest.t between orders.t - interval 5 minutes and orders.t + interval 15 minutes
  where rest.channel in ('wechat', 'alipay') and rest.kind = 'pay'
    and orders.channel = rest.channel and orders.state <> 'cancelled'
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t) - 30)
  from rest join orders on rest.amount = orders.due
    and rest.t between orders.t - interval 5 minutes and orders.t + interval 15 minutes
  join stores on stores.store = orders.store and stores.wechat = rest.account
  where rest.channel = 'wechat' and rest.kind = 'pay' and rest.place is null
    and orders.channel = rest.channel and orders.state <> 'cancelled'
  union all
  select rest.id, orders.no, abs(epoch(rest.t) - epoch(orders.t)) / 100
  from rest join orders on rest.amount = orders.due
    and rest.t between orders.t - interval 1 day and orders.t + interval 3 days
  join stores on stores.store = orders.store and right(stores.bank, 4) = rest.account
  where rest.channel = 'bank' and rest.kind = 'pay' and orders.channel = 'bank'
    and orders.due % 10000 <> 0),
free as (
  select * from pairs
  where id not in (select id from named) and no not in (select no from named)),
ranked as (
  select id, no,
    row_number() over (partition by id order by distance, no) as of_line,
    row_number() over (partition by no order by distance, id) as of_order
  from free)
select id, no from ranked where of_line = 1 and of_order = 1;

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

create temp table claims (id varchar, kind varchar, amount bigint, orders varchar,
  meant varchar, t timestamp, currency varchar, why varchar);

create temp table matches (rule varchar, receipts varchar, orders varchar, amount bigint);

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

-- One payment for two orders at one till.
create temp table till_merged as
select left_over.id, list_sort([a.no, b.no]) as nos, left_over.amount
from left_over join unpaid as a on a.terminal = left_over.place
  and abs(epoch(left_over.t) - epoch(a.t)) < 900
join unpaid as b on b.terminal = a.terminal and b.no > a.no
  and abs(epoch(left_over.t) - epoch(b.t)) < 900
where a.due + b.due = left_over.amount and left_over.id not in (select id from again)
qualify count(*) over (partition by left_over.id) = 1;

insert into matches
select 'merged', id, array_to_string(nos, ';'), amount from till_merged;

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
  and unpaid.channel = left_over.channel and unpaid.state in ('paid', 'part')
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

-- Sale, refund and sale again at one till.
insert into claims
select refunds.id, 'REFUND_RECHARGE', -refunds.amount, refunds.no, '', refunds.t, 'CNY',
  'the refund went to another card'
from refunds
where channel = 'pos' and payer <> original_payer and refunds.id not in (select id from claims);

---- 8. Fees.

insert into claims
select id, 'FEE_DIFFERS', (round(settled * rate / 100) - round(fee * 100))::bigint,
  coalesce(no, ''), '', t, 'CNY', 'not the contract''s rate'
from paid
where fee is not null and abs(settled * rate / 100 - fee * 100) > 1.5;

---- 9. Results.

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
