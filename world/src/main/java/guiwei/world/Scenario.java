package guiwei.world;

/// A story that can happen to an order.
@FunctionalInterface
interface Scenario {
  /// Tells the story; false where it cannot happen here (no till, say).
  boolean play(Scene scene);
}
