using System.Text;
using System.Text.Json;
using ClaimsDesk.Web.Commands;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Tests;

/// <summary>Exit codes and sentences, word for word.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimsdesk-cli-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Version_is_one_line() => (await RunAsync("version")).Should().Be((0, "ClaimsDesk 0.1.0\n", ""));

    [Theory]
    [InlineData("nonsense", "Unrecognized command or argument 'nonsense'.\nSee: claimsdesk --help\n")]
    [InlineData("extract", "Required argument 'FILE' missing for command: 'extract'.\nSee: claimsdesk extract --help\n")]
    [InlineData("extract x --published 2024-13-01", "'2024-13-01' is not a day. Write it as 2024-08-06.\nSee: claimsdesk extract --help\n")]
    [InlineData("user add Ann --role chief", "'chief' is not a role. The roles are analyst, editor and admin.\nSee: claimsdesk user add --help\n")]
    [InlineData("user add Ann", "Option '--role' is required.\nSee: claimsdesk user add --help\n")]
    public async Task What_is_not_understood_ends_with_2_and_says_where_help_is(string words, string error) =>
        (await RunAsync(words.Split(' '))).Should().Be((2, "", error));

    [Theory]
    [InlineData("extract")]
    [InlineData("read")]
    public async Task Each_file_that_fails_is_named_with_a_sentence_and_the_others_go_on(string command)
    {
        var (missing, empty, binary, latin) = (Place("missing.txt"), Write("empty.txt", []), Write("picture.txt", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1]),
            Write("latin.txt", Encoding.Latin1.GetBytes("Caf\u00e9 owners said the \u0093bridge\u0094 reopens in May, Mayor Ana Ruiz said on Monday in the caf\u00e9.\n")));
        var good = Write("good.txt", "\"The bridge reopens in May,\" said Mayor Ana Ruiz.");

        var folder = Directory.CreateDirectory(Place("no-files")).FullName;

        var (code, output, error) = await RunAsync(command, good, missing, folder, empty, binary, latin, good);

        code.Should().Be(1);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(line => FileOf(line) == "good.txt");
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            $"{missing}: There is no such file. Check the name and the folder.",
            $"{folder}: This is a folder. Name the files in it.",
            $"{empty}: The file is empty. Save the text into it, and try again.",
            $"{binary}: This is a picture, not a text. Save the article as plain text, and use that.",
            $"{latin}: This text is in windows-1252, not in UTF-8, so offsets would not point into the file. Convert it, and name the copy: iconv -f windows-1252 -t utf-8 latin.txt > COPY");
    }

    [Fact]
    public async Task Explain_says_of_each_claim_what_found_it_by_which_words()
    {
        var (code, output, error) = await RunAsync("explain", Write("bridge.txt", "Mayor Ana Ruiz opened the bridge on Monday. She said that it would stay open all night."));

        (code, error).Should().Be((0, ""));
        output.Should().MatchRegex("""
            ^bridge\.txt: 1 claim

            a1c1  it would stay open all night
              told by   Ana Ruiz, printed “She” at 1:45, who is “Ana Ruiz” at 1:7
              cue       “said” at 1:49
              found by  encoder, confidence 0\.\d\d\. The language model read the cue as words that tell, .*\.
            $
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Extract_and_read_make_no_data_folder()
    {
        var before = Directory.Exists("data");
        await RunAsync("read", Write("a.txt", "The road is closed, the police said."));
        Directory.Exists("data").Should().Be(before);
        Directory.Exists(Data).Should().BeFalse();
    }

    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("ar_SA.UTF-8", "Pacific/Pago_Pago")]
    [InlineData("fa_IR.UTF-8", "Asia/Tehran")]
    public async Task A_text_gives_the_same_claims_whatever_the_language_and_the_time_zone_of_the_machine(string language, string zone)
    {
        var text = Write("institute.txt", "ISTANBUL INSTITUTE CLOSES ITS MILL\n\nUpdated 6 August 2024, 23:30\n\nThe mill was INSPECTED on Friday, 31 May, said Mayor Ilia Iskin. "
            + "\u201CIt is 1,250.5 metres long,\u201D she told the Istanbul Institute two days ago. INSPECTORS INSISTED that 12 of 30 workers had left, according to two officials.\n");
        string[] files = [text, .. Directory.GetFiles(SeedImport.Folder, "*.txt").Order(StringComparer.Ordinal).Take(2)];
        var (_, expected, _) = await RunAsync(["extract", .. files]);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "claimsdesk.dll"), "extract", .. files])
        {
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = language, ["TZ"] = zone },
        };

        using var process = System.Diagnostics.Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        output.Should().Be(expected);
        output.Split('\n')[0].Should().Contain("\"published\":\"2024-08-06\"").And.Contain("\"said_on\":\"2024-08-04\"").And.Contain("\"event_date\":\"2024-05-31\"");
    }

    [Fact]
    public async Task Lines_come_in_the_order_of_the_files()
    {
        var files = Enumerable.Range(0, 24).Select(i => Write($"{i:00}.txt", $"\"We counted {i},\" said Ana Ruiz." + string.Concat(Enumerable.Repeat(" She went on. ", i % 5 * 40)))).ToArray();
        var (code, output, _) = await RunAsync(["extract", .. files]);
        code.Should().Be(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FileOf).Should().Equal(files.Select(Path.GetFileName));
    }

    [Fact]
    public async Task Offsets_count_code_points_of_the_file_with_its_mark_and_newlines_untouched()
    {
        const string text = "\uFEFF\U0001F600\r\n\r\n\"The bridge reopens in May,\" said Mayor Ana Ruiz.\r\n";
        var (_, output, _) = await RunAsync("extract", Write("marked.txt", text));
        using var json = JsonDocument.Parse(output);
        var points = text.EnumerateRunes().ToList();
        json.RootElement.GetProperty("text_length").GetInt32().Should().Be(points.Count);
        var claim = json.RootElement.GetProperty("articles")[0].GetProperty("claims")[0];
        var source = claim.GetProperty("source")[0];
        string.Concat(points[source[0].GetInt32()..source[1].GetInt32()]).Should().Be("Mayor Ana Ruiz");
    }

    [Fact]
    public async Task Attributions_are_printed_under_the_name_without_its_ending()
    {
        var (_, output, _) = await RunAsync("extract", "--attributions", Write("story.v2.txt", "\"The bridge reopens in May,\" said Mayor Ana Ruiz."));
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("doc").GetString().Should().Be("story.v2");
        json.RootElement.GetProperty("attributions").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task The_day_of_publication_can_be_said()
    {
        var (_, output, _) = await RunAsync("extract", "--published", "2024-08-06", Write("a.txt", "The road is closed, the police said on Monday."));
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("articles")[0].GetProperty("published").GetString().Should().Be("2024-08-06");
    }

    [Fact]
    public async Task Extract_says_where_it_could_not_read_a_text()
    {
        var russian = Write("russian.txt", "Президент заявил, что переговоры продолжатся в понедельник в Москве.\n\nМинистр ответил ему в тот же день.\n");
        var (code, output, error) = await RunAsync("extract", russian);
        (code, FileOf(output)).Should().Be((0, "russian.txt"));
        error.Should().Be($"{russian}:1:1: The article does not seem to be in English, so no claims were read from it.\n");
    }

    [Fact]
    public async Task Import_adds_once_and_names_what_failed()
    {
        var good = Write("good.txt", "\"The bridge reopens in May,\" said Mayor Ana Ruiz.");
        var missing = Place("missing.txt");

        (await RunAsync("import", good, missing, "--data", Data)).Should().Be(
            (1, $"{good}: Imported: 1 article, 1 claim.\n", $"{missing}: There is no such file. Check the name and the folder.\n"));
        (await RunAsync("import", good, "--data", Data)).Should().Be((0, $"{good}: Already there; nothing was added.\n", ""));
    }

    [Fact]
    public async Task An_account_is_made_with_the_password_from_standard_input()
    {
        (await RunWithInputAsync("a few plain words\n", "user", "add", "Ana Ruiz", "--role", "editor", "--data", Data)).Should().Be((0, "Ana Ruiz may sign in as Editor.\n", ""));
        (await RunWithInputAsync("a few plain words\n", "user", "add", "ana ruiz", "--role", "admin", "--data", Data)).Should().Be((1, "", "Somebody has that name already; choose another.\n"));
        (await RunWithInputAsync("short\n", "user", "add", "Bo", "--role", "admin", "--data", Data)).Should().Be((1, "", "That password is too easy. At least 10 characters; a few words are fine.\n"));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_ends_with_1_and_one_sentence()
    {
        var file = Write("data.txt", "not a folder");
        var (code, output, error) = await RunAsync("serve", "--data", file);
        (code, output).Should().Be((1, ""));
        error.Should().Be($"The data folder {file} cannot be written to (a file of that name is in the way). Make it writable, or name another with --data.\n");
    }

    [Fact]
    public async Task A_data_folder_that_may_only_be_read_ends_with_1_and_one_sentence()
    {
        if (OperatingSystem.IsWindows()) return; // rights are other there
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(Data);
        File.SetUnixFileMode(_folder.FullName, readable | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Data, readable);
        // Root may write anywhere: then the program runs as somebody else.
        string[] asWhom = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        string[] command = [.. asWhom, "dotnet", Path.Combine(AppContext.BaseDirectory, "claimsdesk.dll"), "import", Write("text.txt", "The bridge is shut."), "--data", Data];
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        (process.ExitCode, await output, await error).Should().Be(
            (1, "", $"The data folder {Data} cannot be written to (no permission). Make it writable, or name another with --data.\n"));
        File.SetUnixFileMode(Data, readable | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_with_1_and_one_sentence()
    {
        Directory.CreateDirectory(Data);
        var path = Path.Combine(Data, "claimsdesk.db");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("no database at all ", 400))));
        var (code, output, error) = await RunAsync("serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        (code, output, error).Should().Be((1, "", $"{path} is not a ClaimsDesk database. Move the file away, or choose another folder with --data.\n"));
    }

    [Fact]
    public async Task An_address_in_use_ends_with_1_and_one_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)other.LocalEndpoint).Port}";
        (await RunAsync("serve", "--data", Data, "--urls", address)).Should().Be(
            (1, "", $"The address {address} is in use. Stop what listens there, or choose another with --urls.\n"));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import text.txt")]
    public async Task Stopping_before_it_began_ends_with_1_and_one_sentence(string words)
    {
        var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync([.. words.Split(' '), "--data", Data], new Terminal(TextReader.Null, TextWriter.Null, error), new CancellationToken(true));
        (code, error.ToString()).Should().Be((1, "Stopped before it was done.\n"));
    }

    [Fact]
    public async Task An_address_that_is_none_ends_with_1_and_one_sentence()
    {
        var (code, _, error) = await RunAsync("serve", "--data", Data, "--urls", "not an address");
        code.Should().Be(1);
        error.Should().StartWith("ClaimsDesk cannot listen on not an address (").And.EndWith("Choose an address such as http://localhost:5080 with --urls.\n");
    }

    private static Task<(int Code, string Out, string Error)> RunAsync(params string[] args) => RunWithInputAsync("", args);

    private static async Task<(int Code, string Out, string Error)> RunWithInputAsync(string input, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.RunAsync(args, new Terminal(new StringReader(input), output, error));
        return (code, output.ToString(), error.ToString());
    }

    private static string? FileOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("file").GetString();
    }

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Place(name), bytes);
        return Place(name);
    }
}
