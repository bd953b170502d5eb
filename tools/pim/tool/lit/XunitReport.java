package pim.tool.lit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// The results as an XML file of the form that JUnit and continuous integration servers know.
final class XunitReport {
    private XunitReport() {}

    /// Writes the file whole or not at all.
    static void write(Path file, Map<TestCase, Result> results, double seconds) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        var temporary = Files.createTempFile(parent, file.getFileName().toString(), ".new");
        try {
            Files.writeString(temporary, text(results, seconds), StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static String text(Map<TestCase, Result> results, double seconds) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.2f", seconds));
            for (var suite : results.keySet().stream().map(TestCase::suite).distinct().toList()) {
                var ofSuite = results.entrySet().stream().filter(entry -> entry.getKey().suite().equals(suite)).toList();
                xml.writeStartElement("testsuite");
                xml.writeAttribute("name", suite.name());
                xml.writeAttribute("tests", String.valueOf(ofSuite.size()));
                xml.writeAttribute("failures", String.valueOf(ofSuite.stream().filter(entry -> entry.getValue().code().isFailure()).count()));
                xml.writeAttribute("skipped", String.valueOf(ofSuite.stream().filter(entry -> entry.getValue().code() == Result.Code.UNSUPPORTED)
                    .count()));
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
        xml.writeAttribute("classname", test.suite().name() + "." + (parent == null ? test.suite().name() : parent.toString().replace('/', '.')));
        xml.writeAttribute("name", test.path().getFileName().toString());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.2f", result.elapsed().toNanos() / 1e9));
        if (result.code().isFailure()) {
            xml.writeStartElement("failure");
            xml.writeCharacters(printable(result.output()));
            xml.writeEndElement();
        } else if (result.code() == Result.Code.UNSUPPORTED) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", printable(result.output()));
        }
        xml.writeEndElement();
    }

    /// XML has no way to write most control characters.
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
