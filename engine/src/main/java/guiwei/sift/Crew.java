package guiwei.sift;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The threads of a run: each has its own [Clerk], tasks are taken in order by whoever is free.
public final class Crew {
  /// So many portions each, so that all end together.
  private static final int PORTIONS = 8;

  /// Work for one clerk.
  @FunctionalInterface
  interface Task {
    void run(Clerk clerk);
  }

  private final List<Clerk> clerks = new ArrayList<>();

  Crew(int size, Desk desk) {
    for (int i = 0; i < size; i++) {
      clerks.add(new Clerk(desk));
    }
  }

  List<Clerk> clerks() {
    return clerks;
  }

  /// Runs all tasks; a failure in one ends the run.
  void run(List<Task> tasks) {
    if (tasks.size() == 1) {
      tasks.getFirst().run(clerks.getFirst());
      return;
    }
    Queue<Task> queue = new ConcurrentLinkedQueue<>(tasks);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<@Nullable Throwable>();
    List<Thread> threads = new ArrayList<>();
    for (Clerk clerk : clerks.subList(0, Math.min(clerks.size(), Math.max(1, tasks.size())))) {
      threads.add(Thread.ofPlatform().daemon().start(() -> work(queue, clerk, failure)));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    Throwable failed = failure.get();
    switch (failed) {
      case null -> {}
      // as the caller's own: too little memory and a file that vanished have their own answers
      case RuntimeException own -> throw own;
      case Error own -> throw own;
      default -> throw new IllegalStateException("a worker failed", failed);
    }
  }

  /// Shows every item to the consumer, by all threads; the order is chance.
  public <T> void each(List<T> items, Consumer<T> consumer) {
    int size = items.size() / (clerks.size() * PORTIONS) + 1;
    List<Task> tasks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      List<T> portion = items.subList(from, Math.min(items.size(), from + size));
      tasks.add(clerk -> portion.forEach(consumer));
    }
    run(tasks);
  }

  /// What the function makes of every item, by all threads, in the order of the items.
  public <T, R> List<R> map(List<T> items, Function<T, R> function) {
    List<Slot<T, R>> slots = items.stream().map(item -> new Slot<T, R>(item)).toList();
    each(slots, slot -> slot.made = function.apply(slot.item));
    return slots.stream().map(slot -> Objects.requireNonNull(slot.made)).toList();
  }

  /// An item and what is made of it.
  private static final class Slot<T, R> {
    final T item;
    @Nullable R made;

    Slot(T item) {
      this.item = item;
    }
  }

  private static void work(
      Queue<Task> queue, Clerk clerk, AtomicReference<@Nullable Throwable> failure) {
    try {
      Task task = queue.poll();
      while (task != null && failure.get() == null) {
        task.run(clerk);
        task = queue.poll();
      }
    } catch (RuntimeException | Error failed) {
      failure.compareAndSet(null, failed);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", stopped);
    }
  }
}
