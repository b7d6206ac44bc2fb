package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks through an XML document of any size and tells a visitor of the elements on known
/// paths.
///
/// Names are compared without prefix and namespace. Memory stays the same whatever the document
/// holds: texts, names, depth, and what lies between two events are limited, and a document
/// type or an entity refuses the file.
final class XmlWalk<F> {
  /// Hears of known elements. For an element that holds others, `text` is blank or its last
  /// words.
  interface Visitor<F> {
    void opened(F field) throws RefusedFile;

    /// Hears that a known element ended.
    ///
    /// @param attribute the value of the attribute the visitor asked for, or empty
    void closed(F field, String text, String attribute, long line) throws RefusedFile;
  }

  static final int MAX_DEPTH = 100;
  private static final int MAX_NAMES = 2000;
  private static final int MAX_STEP = 1 << 20;
  private static final XMLInputFactory FACTORY = factory();

  private final XmlPaths<F> paths;
  private final String attributeName;
  private final Visitor<F> visitor;
  private final Set<String> names = new HashSet<>();
  private final Deque<XmlPaths.Step<F>> stack = new ArrayDeque<>();
  private final Deque<String> attributes = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int unknownDepth;
  private boolean rootClosed;

  XmlWalk(XmlPaths<F> paths, String attributeName, Visitor<F> visitor) {
    this.paths = paths;
    this.attributeName = attributeName;
    this.visitor = visitor;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// Walks to the end of the document.
  void walk(Reader in) throws RefusedFile {
    Fence fence = new Fence(in, MAX_STEP);
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(fence);
      while (xml.hasNext()) {
        event(xml, xml.next());
        fence.passed();
      }
      xml.close();
    } catch (XMLStreamException broken) {
      throw refused(broken, fence);
    } catch (RuntimeException broken) {
      // the JDK's scanner throws a few of its own instead of XMLStreamException
      throw new RefusedFile(
          fence.ended() ? RefusedFile.Problem.TRUNCATED : RefusedFile.Problem.BROKEN,
          "not well-formed XML: " + broken.getClass().getSimpleName());
    }
  }

  private void event(XMLStreamReader xml, int event) throws RefusedFile {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> open(xml);
      case XMLStreamConstants.END_ELEMENT -> close(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (unknownDepth == 0 && text.length() <= Postings.MAX_TEXT) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new RefusedFile(
              RefusedFile.Problem.ENTITIES, "line " + xml.getLocation().getLineNumber());
      default -> {}
    }
  }

  private void open(XMLStreamReader xml) throws RefusedFile {
    if (++depth > MAX_DEPTH) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "elements nested deeper than " + MAX_DEPTH);
    }
    know(xml);
    text.setLength(0);
    XmlPaths.Step<F> next = unknownDepth > 0 ? null : next(xml.getLocalName());
    if (next == null) {
      unknownDepth++;
      return;
    }
    stack.push(next);
    attributes.push(attribute(xml));
    if (next.field() != null) {
      visitor.opened(next.field());
    }
  }

  private XmlPaths.@Nullable Step<F> next(String name) {
    if (stack.isEmpty() || stack.element() == paths.outside()) {
      // an envelope around the document: its root may stand at any depth
      XmlPaths.Step<F> root = paths.root(name);
      return root == null ? paths.outside() : root;
    }
    return stack.element().next(name);
  }

  private String attribute(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attributeName)) {
        return xml.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  /// The scanner keeps every name it has met: no honest document has thousands of them.
  private void know(XMLStreamReader xml) throws RefusedFile {
    names.add(xml.getLocalName());
    names.add(Objects.requireNonNullElse(xml.getPrefix(), ""));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      names.add(xml.getAttributeLocalName(i));
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      names.add(Objects.requireNonNullElse(xml.getNamespacePrefix(i), ""));
      names.add(Objects.requireNonNullElse(xml.getNamespaceURI(i), ""));
    }
    if (names.size() > MAX_NAMES) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "more than " + MAX_NAMES + " different names of elements");
    }
  }

  private void close(XMLStreamReader xml) throws RefusedFile {
    depth--;
    rootClosed = depth == 0;
    if (unknownDepth > 0) {
      unknownDepth--;
    } else {
      F field = stack.pop().field();
      String attribute = attributes.pop();
      if (field != null) {
        visitor.closed(
            field, text.toString().strip(), attribute, xml.getLocation().getLineNumber());
      }
    }
    text.setLength(0);
  }

  private RefusedFile refused(XMLStreamException broken, Fence fence) {
    Throwable cause = broken.getNestedException() == null ? broken : broken.getNestedException();
    if (cause instanceof RefusedFile refused) {
      return refused;
    }
    if (cause instanceof CharacterCodingException) {
      return new RefusedFile(
          RefusedFile.Problem.ENCODING, "bytes that the encoding of its XML declaration has not");
    }
    String message = Objects.requireNonNullElse(broken.getMessage(), "");
    if (message.contains("was referenced, but not declared") || message.contains("DOCTYPE")) {
      return new RefusedFile(RefusedFile.Problem.ENTITIES, where(broken));
    }
    boolean cutOff = fence.ended() && !rootClosed;
    return new RefusedFile(
        cutOff ? RefusedFile.Problem.TRUNCATED : RefusedFile.Problem.BROKEN,
        "not well-formed XML at " + where(broken));
  }

  private static String where(XMLStreamException broken) {
    return broken.getLocation() == null
        ? "its end"
        : "line " + broken.getLocation().getLineNumber();
  }
}
