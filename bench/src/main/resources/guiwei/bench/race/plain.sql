-- What an engineer writes in an hour: reads the files, joins payments and orders on the order
-- number, counts and sums, and writes what has no partner to CSV. It thinks about nothing: no
-- duplicates, no wrong amounts, no payments without a number.
--
-- Reads  ${in}: orders.csv, wechat/, alipay/, terminals/, bank/ as the speed workload has them.
-- Writes ${out}: summary.csv, lines-without-order.csv, orders-without-line.csv.

create temp table orders as
select order_no, amount
from read_csv('${in}/orders.csv', header = false, skip = 1, auto_detect = false, quote = '"',
  columns = {'order_no': 'varchar', 'customer': 'varchar', 'store': 'varchar',
    'terminal': 'varchar', 'amount': 'decimal(14,2)', 'created': 'varchar', 'status': 'varchar',
    'channel': 'varchar', 'remark': 'varchar', 'promised': 'varchar'});

create temp table lines as
select 'wechat' as channel, id, order_no, amount::decimal(14,2) - refund::decimal(14,2) as amount
from read_csv('${in}/wechat/trade-*.csv', header = false, skip = 1, auto_detect = false,
  delim = ',`', quote = '', null_padding = true,
  columns = {'time': 'varchar', 'app': 'varchar', 'merchant': 'varchar', 'sub': 'varchar',
    'device': 'varchar', 'id': 'varchar', 'order_no': 'varchar', 'payer': 'varchar',
    'type': 'varchar', 'state': 'varchar', 'bank': 'varchar', 'currency': 'varchar',
    'settled': 'varchar', 'coupon': 'varchar', 'refund_id': 'varchar', 'refund_no': 'varchar',
    'refunded': 'varchar', 'refund_coupon': 'varchar', 'refund_type': 'varchar',
    'refund_state': 'varchar', 'goods': 'varchar', 'attach': 'varchar', 'fee': 'varchar',
    'rate': 'varchar', 'amount': 'varchar', 'refund': 'varchar', 'rate_remark': 'varchar'})
where amount is not null
union all
select 'alipay', trim(id, chr(9)), trim(order_no, chr(9)), amount::decimal(14,2)
from read_csv('${in}/alipay/business-*.csv', header = false, auto_detect = false, quote = '',
  comment = '#', null_padding = true, encoding = '${encoding}',
  columns = {'id': 'varchar', 'order_no': 'varchar', 'type': 'varchar', 'goods': 'varchar',
    'created': 'varchar', 'finished': 'varchar', 'store': 'varchar', 'store_name': 'varchar',
    'operator': 'varchar', 'terminal': 'varchar', 'payer': 'varchar', 'amount': 'varchar',
    'received': 'varchar', 'red': 'varchar', 'points': 'varchar', 'discount': 'varchar',
    'own_discount': 'varchar', 'voucher': 'varchar', 'voucher_name': 'varchar',
    'own_red': 'varchar', 'card': 'varchar', 'request': 'varchar', 'fee': 'varchar',
    'shared': 'varchar', 'remark': 'varchar'})
where id[1] between '0' and '9'
union all
select 'terminal', terminal || '-' || trace, null,
  case when type in ('sale', 'preauth_done', '消费', '预授权完成') then amount else -amount end
from read_csv('${in}/terminals/journal-*.csv', header = false, skip = 1, auto_detect = false,
  columns = {'terminal': 'varchar', 'trace': 'varchar', 'time': 'varchar', 'type': 'varchar',
    'amount': 'decimal(14,2)', 'card': 'varchar', 'batch': 'varchar', 'original': 'varchar'})
union all
select 'bank', id, words, coalesce(income::decimal(14,2), -outgo::decimal(14,2))
from read_csv('${in}/bank/account-*.csv', header = false, skip = 1, auto_detect = false,
  quote = '"', null_padding = true,
  columns = {'date': 'varchar', 'time': 'varchar', 'income': 'varchar', 'outgo': 'varchar',
    'balance': 'varchar', 'currency': 'varchar', 'name': 'varchar', 'account': 'varchar',
    'bank': 'varchar', 'summary': 'varchar', 'words': 'varchar', 'id': 'varchar'});

create temp table joined as
select lines.channel, lines.id, lines.amount, orders.order_no, orders.amount as due
from lines full outer join orders on lines.order_no = orders.order_no;

copy (
  select coalesce(channel, 'no line') as channel, order_no is not null as has_order,
    count(*) as rows, sum(amount) as received, sum(due) as due
  from joined group by all order by all
) to '${out}/summary.csv' (header);

copy (select channel, id, amount from joined where order_no is null)
to '${out}/lines-without-order.csv' (header);

copy (select order_no, due from joined where id is null)
to '${out}/orders-without-line.csv' (header);
