package guiwei.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What channels print, and whom it could be.
class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "NAME, *三, 张三, true",
    "NAME, *三, 张小三, false",
    "NAME, **琴, 王小琴, true",
    "NAME, **琴, 王琴, false",
    "NAME, 张*, 张三, true",
    "NAME, 张*丰, 张三丰, true",
    "NAME, 张*丰, 张三, false",
    "NAME, ＊三, 张三, true",
    "NAME, 李先生, 李四, true",
    "NAME, 李先生, 李小四, true",
    "NAME, 李先生, 王四, false",
    "NAME, 欧阳女士, 欧阳锋, true",
    "NAME, ZHANG SAN, Zhang San, true",
    "PHONE, 138****2046, 13812342046, true",
    "PHONE, 138****2046, 13912342046, false",
    "PHONE, 138******12, +86 138-0000-0012, true",
    "PHONE, 138xxxx2046, 0086 13812342046, true",
    "PHONE, ****2046, 13812342046, true",
    "PHONE, 178******37, 17812345637, true",
    "PHONE, 178******37, 178123456037, false",
    "ACCOUNT, 6222****1234, 6222020200112231234, true",
    "ACCOUNT, 6222****1234, 62221234, false",
    "ACCOUNT, ****1234, 6222020200112231234, true",
    "ACCOUNT, oUpF8uMuAJO, oupf8umuajo, true",
    "EMAIL, 602***@qq.com, 602881@QQ.com, true",
    "EMAIL, 602***@qq.com, 602881@163.com, false",
    "COMPANY, 明辉商贸有限公司, 明辉商贸, true",
    "COMPANY, Bright Foods Ltd., bright foods, true",
  })
  void a_mask_fits_whom_it_could_be(Trait trait, String printed, String value, boolean fits) {
    assertEquals(fits, Mask.of(trait, printed).fits(trait.normal(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "***", "＊＊", "●●●", " * * ", "微信用户", "Unknown", "n/a"})
  void what_is_hidden_whole_or_no_name_says_nothing(String printed) {
    for (Trait trait : Trait.values()) {
      assertTrue(Mask.of(trait, printed).isBlank(), trait.name());
    }
  }

  @Test
  void several_runs_of_signs_are_tried_at_every_place() {
    Mask mask = Mask.of(Trait.ACCOUNT, "62*12*34");
    assertTrue(mask.fits("6200121200034"));
    assertFalse(mask.fits("621234"));
  }

  @Test
  void more_letters_seen_are_less_likely_by_chance() {
    assertTrue(chance("138****2046") < chance("****2046"));
    assertTrue(chance("13812342046") < chance("138****2046"));
  }

  private static double chance(String phone) {
    return Mask.of(Trait.PHONE, phone).chance(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 王芳, 王*",
    "NAME, 欧, 欧*",
    "PHONE, 13812342046, 138****2046",
    "PHONE, 5512, ****",
    "EMAIL, li.fang@example.com, l***@example.com",
    "EMAIL, nobody, n***",
    "ACCOUNT, 6222020200112231234, ****1234",
    "ACCOUNT, 1234, ****",
    "COMPANY, 明辉商贸, 明辉****",
  })
  void what_is_shown_hides_the_person(Trait trait, String value, String shown) {
    assertEquals(shown, trait.shown(value));
  }
}
