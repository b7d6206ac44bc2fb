-- Reads the files into three tables for rules.sql: orders, stores, lines. Amounts in cents, signed;
-- times as the till or the channel writes them. DuckDB knows no GBK: the speed workload's Alipay
-- bills are read byte by byte (latin-1), and only their numbers are used.
--
-- Reads ${in}: orders.csv, stores.csv, wechat/, alipay/, terminals/, bank/.

create temp table orders as
select no, nullif(customer, '') as customer, store, nullif(terminal, '') as terminal,
  (due * 100)::bigint as due, t,
  case when state in ('paid', '已支付') then 'paid'
    when state in ('part_paid', '部分支付') then 'part'
    when state in ('cancelled', '已取消') then 'cancelled'
    when state in ('refunded', '已退款') then 'refunded' else 'open' end as state,
  case when channel in ('cash', '现金') then 'cash'
    when channel in ('card', '刷卡') then 'pos'
    when channel in ('bank', '银行转账') then 'bank'
    when channel in ('wechat', '微信') then 'wechat'
    when channel in ('alipay', '支付宝') then 'alipay'
    when channel in ('unionpay', '银联') then 'unionpay' end as channel,
  nullif(remark, '') as remark, (promised::decimal(14,2) * 100)::bigint as promised
from read_csv('${in}/orders.csv', header = false, skip = 1, auto_detect = false, quote = '"',
  columns = {'no': 'varchar', 'customer': 'varchar', 'store': 'varchar', 'terminal': 'varchar',
    'due': 'decimal(14,2)', 't': 'timestamp', 'state': 'varchar', 'channel': 'varchar',
    'remark': 'varchar', 'promised': 'varchar'});

create temp table stores as
select store, wechat, alipay, unionpay, bank
from read_csv('${in}/stores.csv', header = false, skip = 1, auto_detect = false, quote = '"',
  columns = {'store': 'varchar', 'name': 'varchar', 'wechat': 'varchar', 'alipay': 'varchar',
    'unionpay': 'varchar', 'bank': 'varchar', 'terminals': 'varchar', 'wechat_rate': 'varchar',
    'alipay_rate': 'varchar', 'unionpay_rate': 'varchar', 'card_rate': 'varchar'});

-- Who may pay: only a full month says it.
create temp table customers (customer varchar, name varchar, company varchar);

create temp table lines as
select case when refund_id = '0' then id else refund_id end as id, 'wechat' as channel,
  case when refund_id = '0' then 'pay' else 'refund' end as kind,
  substr(t, 2)::timestamp as t,
  case when refund_id = '0' then (amount::decimal(14,2) * 100)::bigint
    else -(refund::decimal(14,2) * 100)::bigint end as amount,
  (settled::decimal(14,2) * 100)::bigint as settled, fee::decimal(14,5) as fee,
  trim(rate, '%')::decimal(8,4) as rate, nullif(order_no, '') as ref,
  goods || ' ' || attach as words, case when sub = '0' then merchant else sub end as account,
  nullif(device, '') as place, payer, case when refund_id = '0' then null else id end as original,
  currency, case when refund_state in ('PROCESSING', 'FAIL') then false else true end as done,
  null::varchar as shop
from read_csv('${in}/wechat/trade-*.csv', header = false, skip = 1, auto_detect = false,
  delim = ',`', quote = '', null_padding = true,
  columns = {'t': 'varchar', 'app': 'varchar', 'merchant': 'varchar', 'sub': 'varchar',
    'device': 'varchar', 'id': 'varchar', 'order_no': 'varchar', 'payer': 'varchar',
    'type': 'varchar', 'state': 'varchar', 'bank': 'varchar', 'currency': 'varchar',
    'settled': 'varchar', 'coupon': 'varchar', 'refund_id': 'varchar', 'refund_no': 'varchar',
    'refunded': 'varchar', 'refund_coupon': 'varchar', 'refund_type': 'varchar',
    'refund_state': 'varchar', 'goods': 'varchar', 'attach': 'varchar', 'fee': 'varchar',
    'rate': 'varchar', 'amount': 'varchar', 'refund': 'varchar', 'rate_remark': 'varchar'})
where amount is not null
union all
select case when amount[1] = '-' then trim(request, chr(9)) else trim(id, chr(9)) end, 'alipay',
  case when amount[1] = '-' then 'refund' else 'pay' end, finished::timestamp,
  (amount::decimal(14,2) * 100)::bigint, (received::decimal(14,2) * 100)::bigint,
  -fee::decimal(14,5), 0.55, nullif(trim(order_no, chr(9)), ''), goods || ' ' || remark, null,
  nullif(trim(terminal, chr(9)), ''), trim(payer, chr(9)),
  case when amount[1] = '-' then trim(id, chr(9)) end, 'CNY', true, trim(store, chr(9))
from read_csv('${in}/alipay/*.csv', header = false, auto_detect = false, quote = '',
  comment = '#', null_padding = true, encoding = '${encoding}',
  columns = {'id': 'varchar', 'order_no': 'varchar', 'type': 'varchar', 'goods': 'varchar',
    'created': 'varchar', 'finished': 'varchar', 'store': 'varchar', 'store_name': 'varchar',
    'operator': 'varchar', 'terminal': 'varchar', 'payer': 'varchar', 'amount': 'varchar',
    'received': 'varchar', 'red': 'varchar', 'points': 'varchar', 'discount': 'varchar',
    'own_discount': 'varchar', 'voucher': 'varchar', 'voucher_name': 'varchar',
    'own_red': 'varchar', 'card': 'varchar', 'request': 'varchar', 'fee': 'varchar',
    'shared': 'varchar', 'remark': 'varchar'})
where id[1] between '0' and '9' and fee is not null
union all
select terminal || '-' || strftime(t, '%Y%m%d') || '-' || trace, 'pos',
  case when type in ('sale', '消费') then 'pay' when type in ('void', '撤销') then 'void'
    when type in ('refund', '退货') then 'refund' when type in ('preauth', '预授权') then 'hold'
    else 'pay' end,
  t, case when type in ('void', 'refund', '撤销', '退货') then -1 else 1 end
    * (amount * 100)::bigint,
  null, null, null, null, null, null, terminal, card,
  case when original <> '' then original end, 'CNY', true, null
from read_csv('${in}/terminals/journal-*.csv', header = false, skip = 1, auto_detect = false,
  columns = {'terminal': 'varchar', 'trace': 'varchar', 't': 'timestamp', 'type': 'varchar',
    'amount': 'decimal(14,2)', 'card': 'varchar', 'batch': 'varchar', 'original': 'varchar'})
union all
select id, 'bank', case when income > '' then 'pay' else 'out' end,
  (date || ' ' || time)::timestamp,
  (coalesce(try_cast(income as decimal(14,2)), -try_cast(outgo as decimal(14,2))) * 100)::bigint,
  null, null, null, null, summary || ' ' || words, regexp_extract(filename, '([0-9]{4})\.csv', 1),
  null, name || ' ' || account, null, currency, true, null
from read_csv('${in}/bank/account-*.csv', header = false, skip = 1, auto_detect = false,
  quote = '"', null_padding = true, filename = true,
  columns = {'date': 'varchar', 'time': 'varchar', 'income': 'varchar', 'outgo': 'varchar',
    'balance': 'varchar', 'currency': 'varchar', 'name': 'varchar', 'account': 'varchar',
    'bank': 'varchar', 'summary': 'varchar', 'words': 'varchar', 'id': 'varchar'})
where id is not null and date[1] = '2';
