package guiwei.reconcile;

import java.util.List;

/// One thing that may have happened: which sales and orders it takes, and how much likelier the
/// rows are by it than when they have nothing to do with each other.
///
/// @param weight the logarithm of that likelihood ratio
record Explanation(Sort sort, double weight, List<Integer> sales, List<Integer> orders) {
  enum Sort {
    /// A sale and an order of its amount.
    PAIR,
    /// A sale of which so much went back that an order's amount is left: a deposit.
    KEPT,
    /// A sale and an order of another amount: a slip of the hand.
    SLIP,
    /// One sale, several orders, exact.
    MERGED,
    /// One sale, several orders of one customer, and too little.
    MERGED_SHORT,
    /// Several sales, one order, exact.
    SPLIT,
    /// A part that the order's words or books excuse.
    PART
  }

  Explanation {
    sales = List.copyOf(sales);
    orders = List.copyOf(orders);
  }
}
