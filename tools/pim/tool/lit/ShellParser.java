package pim.tool.lit;

import java.util.ArrayList;
import java.util.List;
import pim.tool.lit.ShellLexer.Token;

/// Reads a command line: pipelines with `;`, `&&` and `||` between them, from left to right.
final class ShellParser {
    private final List<Token> tokens;
    private int at;

    private ShellParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Script parse(String line) throws ShellSyntaxException {
        var parser = new ShellParser(new ShellLexer(line).tokens());
        Script script = parser.pipeline();
        while (parser.at < parser.tokens.size()) {
            var operator = parser.operator();
            if (operator.text().equals("&")) throw new ShellSyntaxException("background commands are not supported");
            script = new Script.Chain(script, operator.text(), parser.pipeline());
        }
        return script;
    }

    private Script.Pipeline pipeline() throws ShellSyntaxException {
        var commands = new ArrayList<Script.Command>();
        while (true) {
            var command = command();
            boolean pipe = see("|");
            boolean pipeErrors = see("|&");
            commands.add(pipeErrors ? new Script.Command(command.words(), command.redirections(), true) : command);
            if (!pipe && !pipeErrors) return new Script.Pipeline(commands);
            at++;
        }
    }

    private Script.Command command() throws ShellSyntaxException {
        var words = new ArrayList<Script.Word>();
        var redirections = new ArrayList<Script.Redirection>();
        while (at < tokens.size()) {
            switch (tokens.get(at)) {
                case Token.Text(var word) -> {
                    words.add(word);
                    at++;
                }
                case Token.Operator operator when operator.text().matches("&?[<>].*") -> redirections.add(redirection());
                case Token.Operator _ -> {
                    return finished(words, redirections);
                }
            }
        }
        return finished(words, redirections);
    }

    private Script.Command finished(List<Script.Word> words, List<Script.Redirection> redirections) throws ShellSyntaxException {
        if (words.isEmpty()) throw new ShellSyntaxException(at < tokens.size() ? "missing command before '" + operator().text() + "'"
            : "missing command at the end");
        return new Script.Command(words, redirections, false);
    }

    private Script.Redirection redirection() throws ShellSyntaxException {
        var operator = operator();
        if (at == tokens.size() || !(tokens.get(at++) instanceof Token.Text(var target)))
            throw new ShellSyntaxException("missing file behind '" + operator.text() + "'");
        int stream = operator.stream();
        var unsupported = new Script.Redirection.Unsupported((stream < 0 ? "" : String.valueOf(stream)) + operator.text() + target.text());
        boolean writes = stream != 0 && stream <= 2;
        int output = stream < 0 ? 1 : stream;
        return switch (operator.text()) {
            case "<" -> stream > 0 ? unsupported : new Script.Redirection.Input(target);
            case ">", ">>" -> writes ? new Script.Redirection.Output(output, operator.text().equals(">>"), target) : unsupported;
            case "&>", "&>>" -> new Script.Redirection.Output(0, operator.text().equals("&>>"), target);
            case ">&" -> !writes ? unsupported
                : target.text().matches("[12]") ? new Script.Redirection.Duplicate(output, Integer.parseInt(target.text()))
                : new Script.Redirection.Output(0, false, target);
            case "<<" -> throw new ShellSyntaxException("'<<' is not supported");
            default -> unsupported;
        };
    }

    private Token.Operator operator() throws ShellSyntaxException {
        if (tokens.get(at++) instanceof Token.Operator operator) return operator;
        throw new ShellSyntaxException("an operator is missing");
    }

    private boolean see(String operator) {
        return at < tokens.size() && tokens.get(at) instanceof Token.Operator(var text, _) && text.equals(operator);
    }
}
