package guiwei.world;

import java.util.List;

/// Every story, and how often it happens among the wrong ones or among the look-alikes.
final class Catalogue {
  private record Chance(double weight, Scenario scenario) {}

  private final List<Chance> wrong;
  private final List<Chance> lookalikes;

  Catalogue(Setting setting) {
    wrong = setting.isLean() ? leanWrong() : wrong();
    lookalikes = setting.isLean() ? leanLookalikes() : lookalikes();
  }

  /// A story for the next order: `roll` decides whether it goes wrong, the dice how.
  Scenario next(Setting.Temper temper, double roll, Dice dice) {
    if (roll < temper.wrongShare) {
      return pick(wrong, dice);
    }
    return roll < temper.wrongShare + temper.lookalikeShare
        ? pick(lookalikes, dice)
        : Ordinary::play;
  }

  private static Scenario pick(List<Chance> chances, Dice dice) {
    double sum = 0;
    for (Chance chance : chances) {
      sum += chance.weight;
    }
    double roll = dice.unit() * sum;
    for (Chance chance : chances) {
      roll -= chance.weight;
      if (roll < 0) {
        return chance.scenario;
      }
    }
    return Ordinary::play;
  }

  private static List<Chance> wrong() {
    return List.of(
        new Chance(6, Duplicates::sameChannel),
        new Chance(4, Duplicates::acrossChannels),
        new Chance(3, Duplicates::cardTwice),
        new Chance(3, Duplicates::staticTwice),
        new Chance(2, Duplicates::daysLater),
        new Chance(4, Duplicates::secondOrder),
        new Chance(14, Slipped::over),
        new Chance(2, Slipped::roundedUp),
        new Chance(14, Slipped::under),
        new Chance(4, Slipped::mergedShort),
        new Chance(4, Places::namesPaidOrder),
        new Chance(4, Places::namesOpenOrder),
        new Chance(4, Places::otherStore),
        new Chance(3, Places::otherBank),
        new Chance(2, Places::notOurs),
        new Chance(3, Strangers::staticCode),
        new Chance(3, Strangers::card),
        new Chance(3, Strangers::bank),
        new Chance(6, Endings::paidAfterCancel),
        new Chance(6, Endings::missing),
        new Chance(3, Refunds::sameChannel),
        new Chance(2, Refunds::byTransferToo),
        new Chance(3, Refunds::aboveReceived),
        new Chance(5, Refunds::missing),
        new Chance(2, Refunds::partly),
        new Chance(4, TillRefunds::lower),
        new Chance(4, TillRefunds::otherCard),
        new Chance(5, Terms::fee),
        new Chance(14, Terms::otherCurrency));
  }

  private static List<Chance> lookalikes() {
    return List.of(
        new Chance(12, Duplicates::repeat),
        new Chance(6, Duplicates::queue),
        new Chance(5, Duplicates::givenBack),
        new Chance(6, Shares::split),
        new Chance(4, Shares::halves),
        new Chance(8, Shares::merged),
        new Chance(5, Shares::deposit),
        new Chance(3, Shares::instalments),
        new Chance(6, Shares::coupon),
        new Chance(5, Shares::roundedDown),
        new Chance(4, Shares::discount),
        new Chance(8, Places::sharedAccount),
        new Chance(4, Places::eachRight),
        new Chance(3, Strangers::relative),
        new Chance(6, Strangers::company),
        new Chance(1, Strangers::twins),
        new Chance(3, Endings::reinstated),
        new Chance(3, Endings::cancelledAndRefunded),
        new Chance(3, Endings::nextDay),
        new Chance(1, Endings::nothingDue),
        new Chance(4, Refunds::several),
        new Chance(2, Refunds::otherRoute),
        new Chance(20, Refunds::onItsWay),
        new Chance(5, TillRefunds::correction),
        new Chance(3, TillRefunds::takenBack),
        new Chance(3, TillRefunds::preauthorised),
        new Chance(4, Terms::feeRounding),
        new Chance(4, Terms::converted));
  }

  private static List<Chance> leanWrong() {
    return List.of(
        new Chance(6, Duplicates::sameChannel),
        new Chance(4, Duplicates::acrossChannels),
        new Chance(3, Duplicates::cardTwice),
        new Chance(3, Duplicates::secondOrder),
        new Chance(8, Slipped::over),
        new Chance(8, Slipped::under),
        new Chance(3, Slipped::mergedShort),
        new Chance(4, Places::namesPaidOrder),
        new Chance(4, Places::namesOpenOrder),
        new Chance(3, Strangers::staticCode),
        new Chance(3, Strangers::bank),
        new Chance(6, Endings::paidAfterCancel),
        new Chance(6, Endings::missing));
  }

  private static List<Chance> leanLookalikes() {
    return List.of(
        new Chance(12, Duplicates::repeat),
        new Chance(6, Duplicates::queue),
        new Chance(6, Shares::split),
        new Chance(8, Shares::merged),
        new Chance(5, Shares::deposit),
        new Chance(6, Shares::coupon));
  }
}
