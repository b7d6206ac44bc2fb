package guiwei.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The threads of a run: each has its own [Clerk], tasks are taken in order by whoever is free.
final class Crew {
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
