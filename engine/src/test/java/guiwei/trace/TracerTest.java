package guiwei.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.customer.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who may have paid, among invented customers.
class TracerTest {
  private static final String FAMILIES = "王王王李李李张张刘陈杨赵黄周吴徐孙胡朱高林何郭马";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉";

  private final Random random = new Random(20261124);

  /// Somebody: a customer, or a stranger of the same town.
  private record Person(String name, String phone) {}

  private Person person() {
    String name = letter(FAMILIES) + letter(GIVEN) + (random.nextInt(10) < 7 ? letter(GIVEN) : "");
    return new Person(name, "1" + (30 + random.nextInt(40)) + digits(8));
  }

  private String letter(String from) {
    int at = random.nextInt(from.length());
    return from.substring(at, at + 1);
  }

  private String digits(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private List<Person> people(int count) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(person());
    }
    return people;
  }

  private static Customers customers(List<Person> people) {
    var customers = new Customers.Builder();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      var cells = new EnumMap<Trait, String>(Trait.class);
      cells.put(Trait.NAME, person.name);
      cells.put(Trait.PHONE, person.phone);
      customers.add("C" + i, cells);
    }
    return customers.build();
  }

  private static List<Clue> clues(Person payer) {
    return List.of(
        new Clue(Trait.NAME, "*" + payer.name.substring(1)),
        new Clue(Trait.PHONE, payer.phone.substring(0, 3) + "****" + payer.phone.substring(7)));
  }

  @Test
  void all_probabilities_sum_to_one_and_the_bits_to_the_odds() {
    List<Person> people = people(3000);
    var tracer = new Tracer(customers(people));
    for (int i = 0; i < 50; i++) {
      Trace trace = tracer.trace(clues(people.get(i)));
      double all = trace.none() + trace.rest();
      for (Candidate candidate : trace.candidates()) {
        all += candidate.probability();
        double bits = candidate.weights().stream().mapToDouble(Weight::bits).sum();
        double p = candidate.probability();
        assertEquals(Math.log(p / (1 - p)) / Math.log(2), bits, 1e-6);
      }
      assertEquals(1, all, 1e-9);
    }
  }

  @Test
  void a_clue_that_says_nothing_moves_nothing() {
    List<Person> people = people(500);
    var tracer = new Tracer(customers(people));
    List<Clue> clues = clues(people.get(7));
    var more = new ArrayList<>(clues);
    more.add(new Clue(Trait.EMAIL, "***"));
    more.add(new Clue(Trait.NAME, "**"));
    assertEquals(tracer.trace(clues).candidates(), tracer.trace(more).candidates());
  }

  @Test
  void the_order_of_the_clues_does_not_matter() {
    List<Person> people = people(500);
    var tracer = new Tracer(customers(people));
    List<Clue> clues = new ArrayList<>(clues(people.get(7)));
    List<Double> one = probabilities(tracer.trace(clues));
    Collections.reverse(clues);
    assertEquals(one, probabilities(tracer.trace(clues)));
  }

  private static List<Double> probabilities(Trace trace) {
    return trace.candidates().stream().map(Candidate::probability).toList();
  }

  @Test
  void an_unrelated_customer_reorders_nobody() {
    List<Person> people = people(800);
    List<Clue> clues = clues(people.get(3));
    List<Integer> before = order(new Tracer(customers(people)).trace(clues));
    people.add(new Person("诸葛亮亮", "19900000000"));
    assertEquals(before, order(new Tracer(customers(people)).trace(clues)));
  }

  private static List<Integer> order(Trace trace) {
    return trace.candidates().stream().map(Candidate::customer).toList();
  }

  @Test
  void without_customers_or_clues_nobody_is_named() {
    Trace nobody = new Tracer(customers(List.of())).trace(clues(person()));
    assertEquals(List.of(), nobody.candidates());
    assertEquals(1, nobody.none());
    Trace nothing = new Tracer(customers(people(10))).trace(List.of());
    assertEquals(List.of(), nothing.candidates());
    assertEquals(0.08, nothing.none(), 1e-9);
  }

  /// The shares of strangers and of relatives who pay are those that the model supposes; who paid
  /// is drawn before anything is asked, and never told.
  @Test
  void a_probability_means_what_it_says() {
    List<Person> people = people(20_000);
    var tracer = new Tracer(customers(people));
    double[] said = new double[10];
    int[] right = new int[10];
    int[] all = new int[10];
    int sure = 0;
    int surelyRight = 0;
    for (int i = 0; i < 4000; i++) {
      int customer = random.nextInt(people.size());
      boolean stranger = random.nextDouble() < 0.08;
      boolean herself = random.nextDouble() < 0.9;
      Person payer = stranger || !herself ? person() : people.get(customer);
      boolean movedOn = random.nextDouble() < 0.06;
      Person printed = new Person(payer.name, movedOn ? person().phone : payer.phone);
      for (Candidate candidate : tracer.trace(clues(printed)).candidates()) {
        int bin = Math.min(9, (int) (candidate.probability() * 10));
        boolean hit = !stranger && candidate.customer() == customer;
        said[bin] += candidate.probability();
        right[bin] += hit ? 1 : 0;
        all[bin]++;
        sure += candidate.probability() > 0.95 ? 1 : 0;
        surelyRight += candidate.probability() > 0.95 && hit ? 1 : 0;
      }
    }
    for (int bin = 0; bin < 10; bin++) {
      if (all[bin] >= 200) {
        assertEquals(said[bin] / all[bin], right[bin] / (double) all[bin], 0.06, "bin " + bin);
      }
    }
    assertTrue(sure > 2000, "sure of " + sure);
    assertTrue(surelyRight >= sure * 0.97, surelyRight + " of " + sure);
  }

  @Test
  void a_number_that_thousands_have_names_nobody() {
    var builder = new Customers.Builder();
    for (int i = 0; i < 6000; i++) {
      builder.add("C" + i, Map.of(Trait.NAME, i == 7 ? "张三" : "李四", Trait.PHONE, "13800000000"));
    }
    var tracer = new Tracer(builder.build());
    Clue phone = new Clue(Trait.PHONE, "138****0000");
    assertEquals(List.of(), tracer.trace(List.of(phone)).candidates());
    Trace trace = tracer.trace(List.of(phone, new Clue(Trait.NAME, "*三")));
    assertEquals(7, trace.candidates().getFirst().customer());
  }

  @Test
  void a_customer_of_whom_nothing_is_known_is_never_named() {
    var builder = new Customers.Builder();
    builder.add("C1", Map.of());
    builder.add("C2", Map.of(Trait.NAME, "匿名"));
    builder.add("C3", Map.of(Trait.NAME, "张三"));
    Trace trace = new Tracer(builder.build()).trace(List.of(new Clue(Trait.NAME, "*三")));
    assertEquals(List.of(2), order(trace));
  }

  @Test
  void one_kind_of_clue_is_weighed_once() {
    var tracer = new Tracer(customers(people(10)));
    List<Clue> twice = List.of(new Clue(Trait.NAME, "*三"), new Clue(Trait.NAME, "张*"));
    assertThrows(IllegalArgumentException.class, () -> tracer.trace(twice));
  }

  @Test
  void who_has_a_number_twice_in_one_cell_is_found_by_each() {
    var customers = new Customers.Builder();
    customers.add("C1", Map.of(Trait.NAME, "张三", Trait.PHONE, "13800002046; 13900005555"));
    var tracer = new Tracer(customers.build());
    assertEquals(
        1, tracer.trace(List.of(new Clue(Trait.PHONE, "139****5555"))).candidates().size());
  }
}
