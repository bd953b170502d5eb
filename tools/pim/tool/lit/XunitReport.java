package pim.tool.lit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import pim.tensor.WholeFile;

/// The results as an XML file of the form that JUnit and continuous integration servers know.
final class XunitReport {
    private XunitReport() {}

    /// Writes the file whole or not at all.
    static void write(Path file, Map<TestCase, Result> results, double seconds) throws IOException {
        WholeFile.write(file, out -> out.write(text(results, seconds).getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Map<TestCase, Result> results, double seconds) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.2f", seconds));
            for (var suite : results.keySet().stream().map(TestCase::suite).distinct().sorted(Comparator.comparing(Suite::name)).toList()) {
                var ofSuite = results.entrySet().stream().filter(entry -> entry.getKey().suite().equals(suite))
                    .sorted(Comparator.comparing(entry -> entry.getKey().path())).toList();
                xml.writeStartElement("testsuite");
                xml.writeAttribute("name", className(suite));
                xml.writeAttribute("tests", String.valueOf(ofSuite.size()));
                xml.writeAttribute("failures", String.valueOf(ofSuite.stream().filter(entry -> entry.getValue().code().isFailure()).count()));
                xml.writeAttribute("skipped", String.valueOf(ofSuite.stream().filter(entry -> entry.getValue().code().isSkip()).count()));
                xml.writeAttribute("time", time(ofSuite.stream().map(entry -> entry.getValue().elapsed()).reduce(Duration.ZERO, Duration::plus)));
                for (var entry : ofSuite) testCase(xml, entry.getKey(), entry.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private static void testCase(javax.xml.stream.XMLStreamWriter xml, TestCase test, Result result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        var parent = test.path().getParent();
        xml.writeAttribute("classname", className(test.suite()) + "."
            + (parent == null ? className(test.suite()) : parent.toString().replace('.', '_')));
        xml.writeAttribute("name", test.path().getFileName().toString());
        xml.writeAttribute("time", time(result.elapsed()));
        if (result.code().isFailure()) {
            xml.writeStartElement("failure");
            xml.writeCharacters(printable(result.output()));
            xml.writeEndElement();
        } else if (result.code().isSkip()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", switch (result.code()) {
                case EXCLUDED -> "Test not selected (--filter, --max-tests)";
                case SKIPPED -> "Run ended before";
                default -> printable(result.output());
            });
        }
        xml.writeEndElement();
    }

    /// A dot would begin a package.
    private static String className(Suite suite) {
        return suite.name().replace('.', '-');
    }

    private static String time(Duration elapsed) {
        return String.format(Locale.ROOT, "%.2f", elapsed.toNanos() / 1e9);
    }

    /// XML has no way to write most control characters.
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
