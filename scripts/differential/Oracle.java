import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.pattern.CompositeConverter;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.ConverterUtil;
import ch.qos.logback.core.pattern.PostCompileProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;

/**
 * Prints what the installed Logback makes of patterns. Reads lines of tab-separated fields from standard input:
 *
 * <pre>
 * event  ...                 remembers an event under the next number, beginning at 0; answers nothing
 * case   pattern  e1 e2 ...  answers one line
 * </pre>
 *
 * An answer is `stopped`, `threw CLASS`, or one field an event: `=text` or `!CLASS` where the layout threw.
 * Texts are ASCII, with &#92;uXXXX for the rest, the backslash and all control characters; `~` stands for null.
 */
public class Oracle {
  private static final LoggerContext CONTEXT = new LoggerContext();
  private static final List<LoggingEvent> EVENTS = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    // Counts from the time the layout was started, so no two runs agree.
    PatternLayout.defaultConverterMap.remove("lsn");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
    // Logback complains there of converters without a context.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Fields fields = new Fields(line);
      switch (fields.text()) {
        case "event" -> EVENTS.add(eventOf(fields));
        case "case" -> out.println(answer(fields));
        case "flush" -> out.flush();
        default -> throw new IOException("unknown line: " + line);
      }
    }
    out.flush();
  }

  private static String answer(Fields fields) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(CONTEXT);
    layout.setPattern(fields.text());
    layout.setPostCompileProcessor(new ThrowableAnywhere());
    try {
      layout.start();
    } catch (RuntimeException | StackOverflowError e) {
      return "threw " + e.getClass().getSimpleName();
    }
    if (!layout.isStarted()) {
      return "stopped";
    }
    StringBuilder answer = new StringBuilder();
    while (fields.hasMore()) {
      LoggingEvent event = EVENTS.get(fields.number());
      String text;
      try {
        text = "=" + escaped(layout.doLayout(event));
      } catch (RuntimeException | StackOverflowError e) {
        text = "!" + e.getClass().getSimpleName();
      }
      answer.append(answer.length() == 0 ? "" : "\t").append(text);
    }
    return answer.toString();
  }

  /** As Logback 1.6 does: %ex is added unless there is one, also in a group, where 1.2 does not look. */
  private static class ThrowableAnywhere implements PostCompileProcessor<ILoggingEvent> {
    @Override
    public void process(Context context, Converter<ILoggingEvent> head) {
      if (head == null) {
        throw new IllegalArgumentException("cannot process empty chain");
      }
      if (!handlesThrowable(head)) {
        Converter<ILoggingEvent> tail = ConverterUtil.findTail(head);
        tail.setNext(new ExtendedThrowableProxyConverter());
      }
    }

    private static boolean handlesThrowable(Converter<ILoggingEvent> head) {
      for (Converter<ILoggingEvent> each = head; each != null; each = each.getNext()) {
        if (each instanceof ThrowableHandlingConverter
            || each instanceof CompositeConverter<ILoggingEvent> group && handlesThrowable(group.getChildConverter())) {
          return true;
        }
      }
      return false;
    }
  }

  private static class Event extends LoggingEvent {
    StackTraceElement[] caller;
    Map<String, String> mdc;

    @Override
    public StackTraceElement[] getCallerData() {
      return caller;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
      return mdc;
    }
  }

  private static LoggingEvent eventOf(Fields fields) {
    Event event = new Event();
    event.setLoggerName(fields.text());
    event.setLevel(Level.toLevel(fields.text()));
    event.setMessage(fields.text());
    event.setThreadName(fields.text());
    event.setTimeStamp(fields.longNumber());
    long birthTime = fields.longNumber();
    String contextName = fields.text();
    event.setLoggerContextRemoteView(new LoggerContextVO(contextName, fields.map(), birthTime));
    event.mdc = fields.map();
    event.setArgumentArray(fields.texts().toArray());
    List<String> markers = fields.texts();
    if (!markers.isEmpty()) {
      BasicMarkerFactory factory = new BasicMarkerFactory();
      Marker marker = factory.getMarker(markers.get(0));
      markers.subList(1, markers.size()).forEach(name -> marker.add(factory.getMarker(name)));
      event.setMarker(marker);
    }
    event.caller = fields.frames();
    Throwable throwable = fields.throwable();
    if (throwable != null) {
      event.setThrowableProxy(new ch.qos.logback.classic.spi.ThrowableProxy(throwable));
    }
    return event;
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (c < 0x20 || c > 0x7e || c == '\\') {
        result.append(String.format("\\u%04x", (int) c));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static class Fields {
    private final String[] fields;
    private int next = 0;

    Fields(String line) {
      fields = line.split("\t", -1);
    }

    boolean hasMore() {
      return next < fields.length;
    }

    String text() {
      String field = fields[next++];
      if (field.equals("~")) {
        return null;
      }
      StringBuilder result = new StringBuilder(field.length());
      for (int index = 0; index < field.length(); index++) {
        char c = field.charAt(index);
        if (c == '\\') {
          result.append((char) Integer.parseInt(field.substring(index + 2, index + 6), 16));
          index += 5;
        } else {
          result.append(c);
        }
      }
      return result.toString();
    }

    int number() {
      return Integer.parseInt(fields[next++]);
    }

    long longNumber() {
      return Long.parseLong(fields[next++]);
    }

    List<String> texts() {
      List<String> result = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        result.add(text());
      }
      return result;
    }

    Map<String, String> map() {
      Map<String, String> result = new HashMap<>();
      for (int left = number(); left > 0; left--) {
        String key = text();
        result.put(key, text());
      }
      return result;
    }

    StackTraceElement[] frames() {
      StackTraceElement[] result = new StackTraceElement[number()];
      for (int index = 0; index < result.length; index++) {
        String type = text();
        String method = text();
        String file = text();
        result[index] = new StackTraceElement(type, method, file, number());
      }
      return result;
    }

    Throwable throwable() {
      String type = text();
      if (type == null) {
        return null;
      }
      String message = text();
      Throwable result = switch (type) {
        case "java.io.IOException" -> new IOException(message);
        case "java.lang.IllegalStateException" -> new IllegalStateException(message);
        default -> new RuntimeException(message);
      };
      result.setStackTrace(frames());
      Throwable cause = throwable();
      if (cause != null) {
        result.initCause(cause);
      }
      for (int left = number(); left > 0; left--) {
        result.addSuppressed(throwable());
      }
      return result;
    }
  }
}
