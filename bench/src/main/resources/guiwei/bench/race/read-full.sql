-- Adds to the tables of read.sql what only a full month has: UnionPay's fixed-width detail,
-- camt.053 and MT940.
--
-- Reads ${in}: customers.csv, unionpay/, bank/.

insert into customers
select customer, name, company
from read_csv('${in}/customers.csv', header = true, all_varchar = true);

insert into lines
select trim(substr(line, 88, 21)), 'unionpay',
  case when substr(line, 216, 2) = '04' then 'refund' else 'pay' end,
  strptime('20' || regexp_extract(filename, 'INN([0-9]{2})', 1) || substr(line, 36, 10),
    '%Y%m%d%H%M%S'),
  case when substr(line, 216, 2) = '04' then -1 else 1 end * substr(line, 67, 12)::bigint,
  null, case when substr(line, 167, 1) = 'C' then -1 else 1 end * substr(line, 168, 12)::bigint
    / 100.0, null, nullif(trim(substr(line, 113, 32)), ''), null,
  trim(substr(line, 294, 15)), null, trim(substr(line, 47, 19)),
  nullif(trim(substr(line, 272, 21)), ''), 'CNY', true, null
from read_csv('${in}/unionpay/*', header = false, auto_detect = false, quote = '',
  delim = '~~~', encoding = 'latin-1', filename = true, columns = {'line': 'varchar'})
where length(line) > 300;

insert into lines
with statements as (
  select unnest(string_split(content, '<Stmt>')[2:]) as statement
  from read_text('${in}/bank/*.xml')),
entries as (
  select right(regexp_extract(statement, '<Acct>.*?<Id>([0-9]+)</Id>', 1, 's'), 4) as account,
    unnest(string_split(statement, '<Ntry>')[2:]) as entry
  from statements)
select regexp_extract(entry, '<AcctSvcrRef>([^<]*)', 1), 'bank',
  case when entry like '%<CdtDbtInd>CRDT%' then 'pay' else 'out' end,
  substr(regexp_extract(entry, '<BookgDt><D[a-zA-Z]*>([^<]*)', 1), 1, 19)::timestamp,
  case when entry like '%<CdtDbtInd>CRDT%' then 1 else -1 end
    * (regexp_extract(entry, '<Amt Ccy="[A-Z]*">([^<]*)', 1)::decimal(14,2) * 100)::bigint,
  null, null, null, null,
  regexp_extract(entry, '<AddtlNtryInf>([^<]*)', 1) || ' '
    || regexp_extract(entry, '<Ustrd>([^<]*)', 1),
  account, null,
  regexp_extract(entry, '<Nm>([^<]*)', 1) || ' '
    || regexp_extract(entry, '<Othr><Id>([^<]*)', 1),
  null, regexp_extract(entry, '<Amt Ccy="([A-Z]*)"', 1), true, null
from entries;

insert into lines
with statements as (
  select unnest(string_split(content, ':20:')[2:]) as statement
  from read_text('${in}/bank/*.sta')),
entries as (
  select right(regexp_extract(statement, ':25:([0-9]+)', 1), 4) as account,
    regexp_extract(statement, ':60F:[CD][0-9]{6}([A-Z]{3})', 1) as currency,
    unnest(string_split(statement, ':61:')[2:]) as entry
  from statements)
select regexp_extract(entry, '//([^\r\n]*)', 1), 'bank',
  case when entry[11] = 'C' then 'pay' else 'out' end,
  strptime('20' || substr(entry, 1, 6), '%Y%m%d'),
  case when entry[11] = 'C' then 1 else -1 end
    * (replace(regexp_extract(entry, '^[0-9]{10}[A-Z]{1,2}([0-9,]*)', 1), ',', '.')
      ::decimal(14,2) * 100)::bigint,
  null, null, null, null,
  regexp_replace(regexp_replace(regexp_extract(entry, ':86:(.*?)(\?3|:62|$)', 1, 's'),
    '[\r\n]', '', 'g'), '\?2[0-9]', '', 'g'),
  account, null,
  regexp_extract(entry, '\?32([^?\r\n]*)', 1) || ' ' || regexp_extract(entry, '\?31([0-9]*)', 1),
  null, currency, true, null
from entries;
