package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Headings as they stand in systems that we have never seen.
class HeadingsTest {

  private static Proposal propose(String headings, String... rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(headings.split(",", -1)));
    for (String row : rows) {
      table.add(List.of(row.split(",", -1)));
    }
    Proposal proposal = Proposal.of(table, Unsaid.USUAL);
    assertNotNull(proposal, headings);
    return proposal;
  }

  /// Headings, one row, and what each column must be taken for.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "order_no,amount,created_at|A1,12.50,2026-10-01 09:30:00|id,amount,time",
        "Order Number,Order Total,Order Date,Store,Payment Method,Order Status|A1,12.50,2026-10-01,S1,WeChat,Paid|id,amount,time,store,channel,state",
        "orderId,orderAmount,createTime,shopId,deviceNo,memberId,payStatus,payType|A1,12.50,2026-10-01 09:30:00,S1,T1,C1,1,wx|id,amount,time,store,terminal,customer,state,channel",
        "id,total,currency,created,store_code,till,client,state,method,note|A1,12.50,CNY,2026-10-01T09:30:00Z,S1,T1,C1,paid,card,x|id,amount,currency,time,store,terminal,customer,state,channel,remark",
        "merchant_order_no,amount_due,amount_paid,due_date,ordered_at,status|A1,12.50,12.50,2026-10-03,2026-10-01 09:30:00,paid|id,amount,paid,-,time,state",
        "out_trade_no,total_fee(分),time,attach,refund_due_fen|A1,1250,2026-10-01 09:30:00,x,0|id,amount,time,-,promised",
        "订单编号,订单金额(元),下单时间,门店名称,收银机号,会员卡号,状态,支付渠道,买家留言,应退款金额|A1,12.50,2026-10-01 09:30:00,南门店,P1,V1,已支付,支付宝,无,0|id,amount,time,store,terminal,customer,state,channel,remark,promised",
        "单号,客户,金额,日期,状态,备注|A1,王芳,12.50,2026-10-01,未付款,无|id,customer,amount,time,state,remark",
        "销售单号,应收金额,优惠金额,实收金额,开单时间,门店编码,收款方式|A1,13.50,1.00,12.50,2026/10/1 9:30,S1,现金|id,amount,discount,paid,time,store,channel",
        "交易流水,商户订单号,订单状态,应付金额,支付时间,创建时间,门店|T9,A1,已支付,12.50,2026-10-01 09:31:00,2026-10-01 09:30:00,S1|original,id,state,amount,paid_at,time,store",
        "order_no,customer_id,store_id,terminal_id,amount_due_minor,currency,ordered_at,status,pay_channel,remark,promised_refund_minor|A1,C1,S1,T1,1250,CNY,2026-10-01T09:30:00+08:00,open,bank,x,|id,customer,store,terminal,amount,currency,time,state,channel,remark,promised",
        "number,customer,store,terminal,amount_due,time,status,channel,remark,promised_refund|A1,C1,S1,T1,12.50,2026-10-01T09:30:00+08:00,OPEN,WECHAT,x,1.00|id,customer,store,terminal,amount,time,state,channel,remark,promised",
        "ORDER_ID,CUST_NAME,SHOP_NAME,POS_ID,PAYABLE_AMT,CCY,ORDER_TIME,ORDER_STATUS,PAY_WAY,COMMENTS,REFUND_PROMISED_AMT|A1,x,S1,T1,12.50,CNY,2026-10-01 09:30:00,PAID,ALI,x,|id,customer,store,terminal,amount,currency,time,state,channel,remark,promised",
        "单据号,开单时间,客户编号,门店,应收金额,单据状态,收款方式,备注,发票号|A1,2026-10-01 09:30,C1,S1,12.50,已收款,对公转账,x,25332000001234567890|id,time,customer,store,amount,state,channel,remark,remark",
        "单据号,门店,收银台,POS终端号,开单时间,应收金额|A1,河西店,前台1,30570119,2026-10-01 09:30,12.50|id,store,-,terminal,time,amount",
        "销售订单号,销售公司,客户编码,下单时间,订单金额(元)|A1,瑞丰商贸,C1,2026-10-01 09:30,12.50|id,store,customer,time,amount",
        "order_no,created_at,amount,buyer_id,buyer_name,buyer_phone|A1,2026-10-01 09:30,12.50,C1,王芳,138|id,time,amount,customer,payer_name,phone",
        "销售订单号,客户编码,客户名称,联系人,下单时间,订单金额|A1,C1,宏达食品店,王芳,2026-10-01 09:30,12.50|id,customer,payer_name,-,time,amount",
        "账单编号,房号,业主姓名,联系电话,费用项目,应收金额,出账时间,缴费方式,缴费状态|A1,3-1-0502,王芳,138,水电费,12.50,2026-10-01 09:30,微信,已缴费|id,remark,customer,phone,remark,amount,time,channel,state",
        "流水号,设备编号,点位,出货时间,商品,售价,订单状态|A1,VM001,P1,2026/03/08 12:46:42,水,3.00,已出货|id,terminal,store,time,goods,amount,state",
        "停车单号,车场名称,车牌号码,入场时间,出场时间,应收费用,实收费用,支付方式,收费状态|P1,东门,粤B12345,2026-03-01 08:00:00,2026-03-01 10:10:00,15.00,15.00,微信,已缴|id,-,remark,time,-,amount,-,channel,state",
        "预订单号,房号,客人姓名,入住日期,离店日期,房费总额,付款方式,订单状态|Y1,8201,王芳,2026-03-01,2026-03-03,688.00,支付宝,已离店|id,remark,customer,time,-,amount,channel,state",
        "缴费单编号,校区,学员,课程,应收学费,报名日期,缴费状态|JF1,南山,王小明,英语,3200.00,2026-03-01,已缴清|id,store,customer,goods,amount,time,state",
        "订单号,景区,票种,票款,游玩日期,购票时间,订单状态,退款金额|T1,东湖,成人票,160.00,2026-03-05,2026-03-01 08:00:00,已出票,0.00|id,store,-,amount,-,time,state,promised",
        "合同编号,房源,租客,账单类型,应付租金,账单日,付款状态|H1,A座1201,王芳,房租,3200.00,2026-03-01,待付款|id,remark,customer,remark,amount,time,state",
        "Billing Document,Sold-to party,Billing Date,Net Value,Document Currency|9001,Wang Co,2026-03-01,36.50,CNY|id,customer,time,amount,currency",
        "账单号,酒店代码,收银点,POS终端,房型,住客姓名,手机,协议单位,发票号码,入住时间,离店时间,应收房费,付款方式,结账时间,账单状态,应退金额,备注|A1,BH,D1,71,大床房,王芳,138,宏达公司,26332000001234567890,2026-10-01 14:00:00,2026-10-02 09:00:00,398.00,微信,2026-10-02 09:00:00,已退房,,|id,store,-,terminal,-,customer,phone,payer_name,remark,-,-,amount,channel,time,state,promised,remark",
        "缴费单号,学员编号,学员姓名,家长姓名(母),家长姓名(父),联系电话,校区,课程,应缴金额,开单时间,缴费方式,缴费状态,退费金额|A1,C1,王芳,李梅,王强,138,A,数学,3600.00,2026-10-01,转账,待缴费,|id,customer,payer_name,remark,remark,phone,store,goods,amount,time,channel,state,promised",
        "账单号,门店编号,终端号,开台时间,结账时间,消费金额,应收金额,抹零金额,支付方式,状态|A1,R1,6001,2026-10-01 11:00:00,2026-10-01 12:00:00,98.40,98.40,0.40,刷卡,已结|id,store,terminal,-,time,-,amount,discount,channel,state",
        "收据号,住院号,患者姓名,联系电话,交款时间,预交金额,支付方式,第三方交易号,状态|A1,ZY7,王芳,138,2026-10-01 09:30:00,3000.00,微信,42000,正常|id,remark,customer,phone,time,amount,channel,original,state",
        "订单号,分销商,票种,实付金额,联系人,下单时间,订单状态|A1,江州假日旅行社,团队票,1250.00,王芳,2026-10-01 09:30:00,待结算|id,payer_name,-,amount,customer,time,state",
        "单号,开单时间,结账时间,应收金额|A1,2026-10-01 09:30:00,2026-10-01 11:30:00,12.50|id,-,time,amount",
        "单据号,收银终端,POS终端号,开单时间,应收金额|A1,前台1,30570119,2026-10-01 09:30,12.50|id,-,terminal,time,amount",
        "orderNumber,createdAt,total_amount,total_currency,buyer_id,status|A1,2026-10-01T09:30:00Z,12.50,HKD,C1,paid|id,time,amount,currency,customer,state",
        "orderNumber,createdAt,amount,presentment,status|A1,2026-10-01T09:30:00Z,12.50,HKD,paid|id,time,amount,currency,state",
        "invoice_no,amount,created_at|A1,12.50,2026-10-01 09:30:00|id,amount,time",
        "应收单号,合同编号,校区编码,学员姓名,应收日期,应收金额,收款方式,收款状态|YS1,HT1,E1,王芳,2026-03-01,2980.00,微信,已收款|id,remark,store,customer,time,amount,channel,state",
        "运单号,派件网点编号,派件员,代收货款,到付运费,应收合计,签收时间,代收状态,收款方式,缴款单号|YD1,57101,王强,199.00,12.00,211.00,2026-03-01 10:00:00,已收款,现金,|id,store,remark,-,-,amount,time,state,channel,remark",
        "门店编码,营业日期,订单号,开台时间,结账时间,应收金额,支付方式|S1,2026-03-01,A1,2026-03-01 10:00:00,2026-03-01 10:30:00,28.00,微信|store,-,id,-,time,amount,channel",
        "单据编号,业务日期,客户编码,客户,币别,税额,价税合计,单据状态,作废状态,核销状态,核销日期|AR1,2026-10-01,C1,x,欧元,0.00,12.50,已审核,否,已核销,2026-10-09|id,time,customer,-,currency,-,amount,-,cancelled,state,paid_at",
        "发票号,开票日期,客户编码,客户名称,币种,原币税额,原币价税合计,本币价税合计,状态,收款状态|A1,2026-10-01,C1,x,人民币,1.44,12.50,12.50,已审核,未收款|id,time,customer,payer_name,currency,-,amount,-,cancelled,state",
        "Account,Name 1,Document Number,Document Date,Amount in doc. curr.,Document currency,Amount in local currency,Local Currency,Billing Document,Clearing date|10001,x,1800000001,2026-10-01,12.50,USD,89.06,CNY,90012345,|customer,payer_name,-,time,amount,currency,-,-,id,paid_at",
        "order_id,order_number,order_date,paid_date,status,order_total,order_key,order_currency,payment_method,billing_company,transaction_id,refund_total|18200,18200,2026-10-01 09:30:00,,processing,12.50,wc_order_x,CNY,alipay,,,0|id,-,time,paid_at,state,amount,-,currency,channel,payer_name,original,promised",
        "订单编号,商品小计,运费,实付金额,支付方式,下单时间,订单状态|A1,12.50,0.00,12.50,微信支付,2026-10-01 09:30,交易成功|id,-,-,amount,channel,time,state",
        "收费单号,班级,幼儿姓名,家长姓名,应缴合计,开单日期,缴费状态|A1,小一班,王小明,王强,4610.00,2026-10-01,已缴费|id,remark,customer,remark,amount,time,state",
        "月卡编号,车牌号码,车主,车场编号,办理日期,应收金额,缴费状态|A1,苏A12345,王芳,P1,2026-10-01,300.00,已缴费|id,remark,customer,store,time,amount,state",
        "合同编号,签单时间,客户姓名,合同金额,合同状态|A1,2026-10-01 09:30,王芳,12800.00,已取消|id,time,customer,amount,state",
        "订单编号,展会编号,参展单位,应付金额,下单时间|A1,F1,x,12.50,2026-10-01 09:30|id,store,payer_name,amount,time",
        "Reservation No,Guest Name,Company,Property,Arrival,Departure,Total Amount,Deposit Required,Booked On,Reservation Status,Payment Method,Refund Due|A1,Ann,x,H1,2026-10-02,2026-10-03,88.00,12.50,2026-10-01 09:30,Checked out,Card,5.00|id,customer,payer_name,store,-,-,amount,deposit,time,state,channel,promised",
      })
  void an_order_table_is_understood(String headings, String row, String fields) {
    check(Table.ORDER, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "terminal,trace,date,time,amount,type,card|T1,000123,2026-10-01,09:30:00,12.50,sale,6222****1234|terminal,trace,time,clock,amount,type,payer",
        "终端号,凭证号,交易日期,交易时间,交易金额,交易类型,卡号,参考号|T1,000123,20261001,093000,12.50,消费,622200******1234,123456789012|terminal,trace,time,clock,amount,type,payer,original",
        "terminal_id,stan,transaction_time,amount_fen,txn_type,card_no_masked,rrn,auth_code,batch_no|T1,123,2026-10-01 09:30:00,1250,SALE,6222****1234,9,8,7|terminal,trace,time,amount,type,payer,original,-,-",
        "终端编号,流水号,交易时间,金额,卡号,发卡行,交易类型,批次号|T1,000123,2026-10-01 09:30:00,12.50,6222****1234,工商银行,消费,1|terminal,trace,time,amount,payer,bank,type,-",
        "POS终端号,交易流水号,商户号,交易时间,交易金额,手续费,交易类型|T1,000123,898100012345678,2026-10-01 09:30:00,12.50,0.08,消费|terminal,trace,account,time,amount,fee,type",
        "terminal,voucher_no,time,amount,kind,card|T1,000123,2026-10-01 09:30:00,12.50,refund,6222****1234|terminal,trace,time,amount,type,payer",
        "序号,交易类型,卡号,交易金额(元),交易日期,交易时间,终端号,流水号,系统参考号,授权码|1,消费,622200******1234,12.50,2026/10/01,09:30:00,T1,000123,123456789012,1|-,type,payer,amount,time,clock,terminal,trace,original,-",
        "tid,trace_no,timestamp,amount,operation|T1,000123,2026-10-01 09:30:00,12.50,sale|terminal,trace,time,amount,type",
        "机号,流水,日期,时间,类型,金额,卡号后四位|01,000123,2026-03-01,08:00:00,消费,36.50,1234|terminal,trace,time,clock,type,amount,payer",
      })
  void a_terminal_journal_is_understood(String headings, String row, String fields) {
    check(Table.JOURNAL, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,附言|2026-10-01,,12.50,112.50,某公司,6222000011112222,转账,货款|time,out,in,balance,payer_name,payer,type,remark",
        "交易时间,收入金额,支出金额,账户余额,对方户名,对方账号,交易流水号,用途|2026-10-01 09:30:00,12.50,0.00,112.50,某公司,6222000011112222,99,货款|time,in,out,balance,payer_name,payer,id,remark",
        "记账日期,交易时间,借贷标志,发生额,余额,对方名称,摘要|20261001,09:30:00,贷,12.50,112.50,某公司,货款|time,clock,direction,amount,balance,payer_name,remark",
        "记账时间,借贷标志,交易金额,账户余额,对手方名称,对手方账号,对手方开户行,摘要,用途/附言,核心流水号|2026-10-01 09:30:00,贷,12.50,112.50,某公司,6222000011112222,某行,转账,货款,99|time,direction,amount,balance,payer_name,payer,bank,type,remark,id",
        "Date,Description,Debit,Credit,Balance|2026-10-01,transfer,,12.50,112.50|time,remark,out,in,balance",
        "Booking Date,Value Date,Amount,Currency,Counterparty Name,Counterparty Account,Reference,Remittance Information,Balance|2026-10-01,2026-10-01,12.50,CNY,x,y,R1,A1,112.50|time,-,amount,currency,payer_name,payer,id,remark,balance",
        "serial_no,booked_at,direction,amount,counterparty_name,counterparty_account,remark,balance|B1,2026-10-01 09:30:00,in,12.50,x,y,z,112.50|id,time,direction,amount,payer_name,payer,remark,balance",
        "交易日期,交易时间,交易类型,借方金额,贷方金额,余额,对方户名,对方账号,交易渠道,摘要,备注|20260301,080000,转账,0.00,36.50,136.50,王芳,6222000011112222,网银,转入,A1|time,clock,type,out,in,balance,payer_name,payer,-,remark,remark",
        "记账日,金额,借贷,户名,用途,流水|2026-10-01,12.50,贷,某公司,货款,99|time,amount,direction,payer_name,remark,id",
        "time,in,out,from,note,serial|2026-10-01 09:30:00,12.50,,x,A1,99|time,in,out,payer_name,remark,id",
        "交易日期,对方户名,金额,摘要|2026-10-01,某公司,12.50,货款|time,payer_name,amount,remark",
        "日期,付款方,收入金额,备注|2026-10-01,某公司,12.50,货款|time,payer_name,in,remark",
        "流水,时间,金额,付款户名,备注|99,2026-10-01 09:30:00,12.50,某公司,货款|id,time,amount,payer_name,remark",
        "txn_id,date,amount,payer_name,memo|99,2026-10-01,12.50,x,A1|id,time,amount,payer_name,remark",
      })
  void a_bank_statement_is_understood(String headings, String row, String fields) {
    check(Table.BANK, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "平台订单号,商户订单号,交易时间,交易类型,交易金额,手续费,结算金额,支付方式,终端号|P1,A1,2026-10-01 09:30:00,消费,100.00,0.38,99.62,微信,T1|id,reference,time,type,amount,fee,settled,channel,terminal",
        "transaction_id,merchant_order_no,transaction_time,type,amount,fee,net_amount,channel,status|P1,A1,2026-10-01 09:30:00,sale,100.00,0.38,99.62,wechat,success|id,reference,time,type,amount,fee,settled,channel,state",
        "交易日期,交易时间,商户号,商户名称,终端号,交易类型,交易状态,支付方式,交易金额,手续费,入账金额,卡号,参考号,商户订单号|2026-03-01,08:00:00,822290000000001,某店,T1,消费,成功,微信,36.50,0.14,36.36,6222****1234,123456789012,A1|time,clock,account,-,terminal,type,state,channel,amount,fee,settled,payer,id,reference",
        "交易日期,交易时间,机构号,商户号,终端号,交易类型,交易金额,手续费,清算金额,订单号,渠道流水,交易状态|20260301,080000,08A99,0002900F0370542,T1,消费,36.50,0.14,36.36,A1,42000001,交易成功|time,clock,-,account,terminal,type,amount,fee,settled,reference,id,state",
        "商户编号,商户名称,交易时间,订单号,落单号,支付类型,交易金额,手续费,结算金额,交易状态,备注|3991,某店,2026-03-01 08:00:00,A1,LD001,微信,36.50,0.14,36.36,交易成功,无|account,-,time,reference,id,channel,amount,fee,settled,state,remark",
        "商户号,商户日期,商户订单号,交易流水号,金额,手续费,交易状态,清算日期|9996,20260301,A1,L1,36.50,0.14,成功,20260302|account,time,reference,id,amount,fee,state,-",
        "交易日期,时间,商户流水号,收款通道,商户内部订单号,商户订单号,收款通道订单号,交易类型,交易状态,交易金额,消费者实付金额,手续费,实收金额,结算金额,商户号,门店号,终端号|2026-03-01,08:00:00,T1,微信,A1,9001,4200001,收款,成功,36.50,36.50,0.14,36.50,36.36,1680005,1001,7731|time,clock,-,channel,reference,-,id,type,state,amount,-,fee,-,settled,account,store,terminal",
        "平台流水号,缴费户号,业务类型,缴费金额(元),手续费(元),结算金额(元),缴费时间,交易状态|P1,1020300017,缴费,57.00,0.11,56.89,2026-03-01 08:00:00,成功|id,remark,type,amount,fee,settled,time,state",
        "流水号,户号,户名,扣款账号,扣款金额,扣款时间,扣款结果,失败原因|DK1,1020300017,王芳,6228****1234,57.00,2026-03-06 09:00:00,成功,|id,remark,payer_name,payer,amount,time,state,-",
        "序号,流水号,运单号,签收时间,签收状态,代收货款金额,代收服务费,应返金额,返款批次号|1,COD1,JT5400000000017,2026-03-06 09:00:00,已签收,199.00,2.00,197.00,FK2026030901|-,id,reference,time,-,amount,fee,settled,list",
        "id,charge_date,amount,currency,description,status,transaction_fee,payouts.id|PM1,2026-03-06,49.00,GBP,Subscription A1,paid_out,0.49,PO1|id,time,amount,currency,remark,state,fee,list",
        "transaction_id,out_trade_no,time,amount,type,payer|P1,A1,2026-10-01 09:30:00,12.50,sale,o1|id,reference,time,amount,type,payer",
        "支付宝交易号,商户订单号,时间,金额,买家账号|P1,A1,2026-10-01 09:30:00,12.50,138***|id,reference,time,amount,payer",
        "微信订单号,商户订单号,交易时间,金额|P1,A1,2026-10-01 09:30:00,12.50|id,reference,time,amount",
      })
  void a_list_of_an_acquirer_is_understood(String headings, String row, String fields) {
    check(Table.TRADE, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "门店编号,门店名称,微信特约商户号,支付宝商户号,银联商户号,POS终端号,收款银行账号,开户行|S1,南门店,1671112223,2088111,898310148160568,T1,6222000011112222,工行|id,store,account,account,account,terminal,account,-",
        "shop_code,shop_name,wechat_sub_mchid,alipay_pid,terminals|S1,South,1671112223,2088111,T1;T2|id,store,account,account,terminal",
        "store,wechat,alipay,bank,pos|S1,1671112223,2088111,6222000011112222,T1;T2|id,account,account,account,terminal",
        "store,name,wechat_mch,terminals|S1,South,1671112223,T1;T2|id,store,account,terminal",
        "车场编号,车场名称,微信子商户号|P1,东门停车场,1671112223|id,store,account",
        "设备编号,设备名称,点位,商户号|VM1,一号机,P1,1671112223|terminal,-,id,account",
      })
  void a_list_of_stores_is_understood(String headings, String row, String fields) {
    check(Table.STORE, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "会员卡号,姓名,手机号,微信openid|V1,王芳,13800000000,oabc|id,payer_name,phone,payer",
        "房号,业主姓名,手机|3-1-0502,王芳,13800000000|id,payer_name,phone",
        "学号,姓名,班级|20230101,王小明,三2班|id,payer_name,-",
      })
  void a_list_of_customers_is_understood(String headings, String row, String fields) {
    check(Table.CUSTOMER, headings, row, fields);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "STORE|store_id,name,channel,account,terminals|S1,South Gate,wechat,1900000109,T1;T2|id,store,channel,account,terminal",
        "STORE|门店编号,门店名称,商户号,终端号|S1,南门店,1900000109,T1|id,store,account,terminal",
        "CUSTOMER|customer_id,name,phone,openid|C1,x,138****2046,oABC|id,payer_name,phone,payer",
        "CUSTOMER|会员号,姓名,手机号|V1,王芳,138****2046|id,payer_name,phone",
      })
  void stores_and_customers_are_understood(
      String table, String headings, String row, String fields) {
    check(Table.valueOf(table), headings, row, fields);
  }

  private static void check(Table table, String headings, String row, String fields) {
    Proposal proposal = propose(headings, row);
    assertEquals(List.of(), proposal.doubts());
    assertEquals(table, proposal.table());
    List<String> found = new ArrayList<>();
    for (String heading : headings.split(",", -1)) {
      found.add(
          proposal.profile().columns().entrySet().stream()
              .filter(entry -> entry.getValue().contains(heading))
              .map(entry -> entry.getKey().word())
              .findFirst()
              .orElse("-"));
    }
    assertEquals(fields, String.join(",", found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order_no,amount,time|A1,5.00,03/04/2026",
        "order_no,应付金额,应收金额,time|A1,5.00,6.00,2026-10-01",
        "order_no,amount,time|A1,128000,2026-10-01|A2,128100,2026-10-01|A3,99900,2026-10-01|A4,120000,2026-10-01",
      })
  void what_may_mean_two_things_is_in_doubt(String table) {
    String[] rows = table.split("\\|", -1);
    Proposal proposal = propose(rows[0], java.util.Arrays.copyOfRange(rows, 1, rows.length));
    assertEquals(1, proposal.doubts().size(), proposal.doubts().toString());
  }
}
