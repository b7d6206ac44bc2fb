package guiwei.table;

/// Chinese in traditional characters, as in Hong Kong, Macau and Taiwan, written in simplified
/// ones: the words of trade that headings, states and remarks are made of. Characters of names
/// only are left as they are.
public final class Simplified {
  private static final String TRADITIONAL =
      "與專東個買雲產親倉價眾優會傳餘傭儲關興養內冊農沖況凍淨準減憑劃創刪別劇辦務動勞區醫華協單賣歷"
          + "廠廳參發變疊臺號後員響園團國場處備復頭學實審賓對導屬幣師帳應廢開異棄張歸當錄徵徑態總戶擴掃報"
          + "護擔擬撥據掛攬攤數無時術機雜權條來構槍櫃標檔檢樁歐氣匯沒滿點狀現碼確離種積稱稅筆簽簡類係緊紅"
          + "約級納線組細織終經綁結給統絕續維編繳網職聯脫獲營補規訂認讓訖訓議記設證評識診話詢詳誤說請諾課"
          + "調財敗貨質購貼貸費賃資賞贈蹤車轉輛輸達過運還進遞郵採釋鐘錢銀鋪銷鍵鎊長門閃閉間隊階際險須頁項"
          + "顧預題額飯飲館駐騎齊豐圖圓寶廣暫欄潤療盤監紀純練節藥裝見鏈隨驗賬滙禮視計電貿繫註戸収値摺舊"
          + "帶滯歲聖鎮陽陸雞魚麵裏夠夾奪獎奧娛壓壞墊塊墻執";
  private static final String SIMPLIFIED =
      "与专东个买云产亲仓价众优会传余佣储关兴养内册农冲况冻净准减凭划创删别剧办务动劳区医华协单卖历"
          + "厂厅参发变叠台号后员响园团国场处备复头学实审宾对导属币师账应废开异弃张归当录征径态总户扩扫报"
          + "护担拟拨据挂揽摊数无时术机杂权条来构枪柜标档检桩欧气汇没满点状现码确离种积称税笔签简类系紧红"
          + "约级纳线组细织终经绑结给统绝续维编缴网职联脱获营补规订认让讫训议记设证评识诊话询详误说请诺课"
          + "调财败货质购贴贷费赁资赏赠踪车转辆输达过运还进递邮采释钟钱银铺销键镑长门闪闭间队阶际险须页项"
          + "顾预题额饭饮馆驻骑齐丰图圆宝广暂栏润疗盘监纪纯练节药装见链随验账汇礼视计电贸系注户收值折旧"
          + "带滞岁圣镇阳陆鸡鱼面里够夹夺奖奥娱压坏垫块墙执";

  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fff';
  private static final char[] OF = table();

  private Simplified() {}

  private static char[] table() {
    char[] of = new char[LAST - FIRST + 1];
    for (int i = 0; i < of.length; i++) {
      of[i] = (char) (FIRST + i);
    }
    for (int i = 0; i < TRADITIONAL.length(); i++) {
      of[TRADITIONAL.charAt(i) - FIRST] = SIMPLIFIED.charAt(i);
    }
    return of;
  }

  /// The text in simplified characters; the same object where nothing changes.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (of(text.charAt(i)) != text.charAt(i)) {
        char[] chars = text.toCharArray();
        for (int k = i; k < chars.length; k++) {
          chars[k] = of(chars[k]);
        }
        return String.valueOf(chars);
      }
    }
    return text;
  }

  private static char of(char c) {
    return c < FIRST || c > LAST ? c : OF[c - FIRST];
  }
}
