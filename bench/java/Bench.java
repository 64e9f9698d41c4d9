import ch.qos.logback.classic.LoggerContext;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cell of the benchmark for Logback on the JVM: the same messages and the same answers as those of the Node.js cells. */
public final class Bench {
  private static final String LOGGER = "com.acme.shop.OrderService";
  private static final int FIRST_NUMBER = 1_000_000;
  private static final int REUSED = 64;
  private static final String[] CUSTOMERS = new String[64];

  static {
    for (int index = 0; index < CUSTOMERS.length; index++) {
      CUSTOMERS[index] = "acct" + (index + 10);
    }
  }

  private interface Call {
    void write(int index);
  }

  public static void main(String[] args) throws IOException {
    Logger log = LoggerFactory.getLogger(LOGGER);
    Call call = callNamed(args[1], log);
    int warmUp = Integer.parseInt(args[2]);
    int events = Integer.parseInt(args[3]);
    switch (args[0]) {
      case "events" -> measureEvents(call, warmUp, events);
      case "latency" -> measureLatency(call, warmUp, events);
      case "calls" -> measureCalls(call, Integer.parseInt(args[4]));
      case "startup" -> measureStartup(call);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static Call callNamed(String name, Logger log) {
    return switch (name) {
      case "accepted" -> index -> log.info("Order {} accepted for customer {}", FIRST_NUMBER + index, CUSTOMERS[index & 63]);
      case "disabled" -> index -> log.debug("Order {} accepted for customer {}", index, CUSTOMERS[index & 63]);
      case "failed-fresh" -> index -> log.error("Order {} failed for customer {}", FIRST_NUMBER + index, CUSTOMERS[index & 63], failIn(2));
      case "failed-reused" -> {
        Throwable[] errors = new Throwable[REUSED];
        for (int index = 0; index < REUSED; index++) {
          errors[index] = failIn(4);
        }
        yield index -> log.error("Order {} failed for customer {}", FIRST_NUMBER + index, CUSTOMERS[index & 63], errors[index & (REUSED - 1)]);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** With the frames of the callers there are ten. */
  private static Throwable failIn(int depth) {
    return depth > 0 ? failIn(depth - 1) : failBelow(2);
  }

  private static Throwable failBelow(int depth) {
    return depth > 0 ? failBelow(depth - 1) : new IllegalStateException("card refused");
  }

  private static void measureEvents(Call call, int warmUp, int events) throws IOException {
    callAll(call, 0, warmUp);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = system.getProcessCpuTime();
    long began = System.nanoTime();
    callAll(call, warmUp, warmUp + events);
    long caller = System.nanoTime() - began;
    stop();
    long total = System.nanoTime() - began;
    long cpu = system.getProcessCpuTime() - cpuBefore;
    answer(String.format(Locale.ROOT, "\"ns\":%f,\"callerNs\":%f,\"cpuNs\":%f,\"rssMb\":%f",
        (double) total / events, (double) caller / events, (double) cpu / events, peakMegabytes()), sizeOfFile());
  }

  private static void measureLatency(Call call, int warmUp, int events) throws IOException {
    callAll(call, 0, warmUp);
    long[] times = new long[events];
    for (int index = 0; index < events; index++) {
      long began = System.nanoTime();
      call.write(warmUp + index);
      times[index] = System.nanoTime() - began;
    }
    stop();
    Arrays.sort(times);
    answer(String.format(Locale.ROOT, "\"p50\":%d,\"p99\":%d,\"max\":%d",
        times[events / 2], times[(int) (events * 0.99)], times[events - 1]), sizeOfFile());
  }

  private static void measureCalls(Call call, int milliseconds) throws IOException {
    timeCalls(call, milliseconds);
    double nanoseconds = timeCalls(call, milliseconds);
    stop();
    answer(String.format(Locale.ROOT, "\"ns\":%f,\"rssMb\":%f", nanoseconds, peakMegabytes()), -1);
  }

  private static double timeCalls(Call call, int milliseconds) {
    int batch = 100_000;
    long calls = 0;
    long began = System.nanoTime();
    long spent;
    do {
      callAll(call, 0, batch);
      calls += batch;
      spent = System.nanoTime() - began;
    } while (spent < milliseconds * 1_000_000L);
    return (double) spent / calls;
  }

  private static void measureStartup(Call call) throws IOException {
    call.write(0);
    long milliseconds = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    long size = sizeOfFile();
    stop();
    answer(String.format(Locale.ROOT, "\"ms\":%d,\"rssMb\":%f", milliseconds, peakMegabytes()), size);
  }

  private static void callAll(Call call, int from, int to) {
    for (int index = from; index < to; index++) {
      call.write(index);
    }
  }

  private static void stop() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  /** Of all files where they roll. */
  private static long sizeOfFile() {
    String folder = System.getProperty("bench.rolled");
    if (folder != null) {
      return Arrays.stream(new File(folder).listFiles()).mapToLong(File::length).sum();
    }
    return new File(System.getProperty("bench.file")).length();
  }

  private static double peakMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }

  private static void answer(String values, long sizeAtStop) {
    String size = sizeAtStop < 0 ? "" : ",\"sizeAtStop\":" + sizeAtStop;
    System.out.print("{\"values\":{" + values + "}" + size + "}");
    System.out.flush();
  }
}
