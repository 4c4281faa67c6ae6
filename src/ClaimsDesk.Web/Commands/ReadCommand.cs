using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Import.Formats;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk read FILE…</c>: the article reader alone.</summary>
public static class ReadCommand
{
    // Words stay as they are printed; nobody puts these lines into HTML.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of any format that import takes; plain texts in UTF-8.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("read", "Finds the articles in files, furniture aside: one line of JSON a text.") { files };
        command.SetAction(parsed => FileByFile.Run(parsed.GetValue(files)!, terminal, (file, text) => new FileLine(Line(file, text), [])));
        return command;
    }

    private static string Line(string file, ItemReading.Text read)
    {
        var text = new SourceText(read.Value);
        return JsonSerializer.Serialize(new
        {
            file,
            articles = ArticleReader.Read(text, read.Context(publishedOn: null)).Select(article => new
            {
                title = article.Title,
                published = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                publisher = article.Publisher,
                text = ArticleText.Of(text, article),
            }),
        }, Json);
    }
}
