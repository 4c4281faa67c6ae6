using System.Text;

namespace ClaimsDesk.Web.Commands;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: results only.</param>
/// <param name="Error">Standard error: what went wrong, and progress.</param>
/// <param name="ShowsProgress">Whether a person watches standard error.</param>
/// <param name="AsksForInput">Whether a person types at standard input.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool ShowsProgress = false, bool AsksForInput = false)
{
    /// <summary>The process's own; UTF-8 whatever the locale, since offsets and JSON are about exact characters.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.In,
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            !Console.IsErrorRedirected,
            !Console.IsInputRedirected);
    }
}
