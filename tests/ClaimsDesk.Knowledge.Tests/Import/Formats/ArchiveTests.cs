using System.IO.Compression;
using System.Text;
using ClaimsDesk.Knowledge.Import.Formats;
using static ClaimsDesk.Knowledge.Tests.Import.Formats.Reading;

namespace ClaimsDesk.Knowledge.Tests.Import.Formats;

public sealed class ArchiveTests
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("The bridge reopens in May, the mayor said.");

    [Fact]
    public async Task Every_file_of_an_archive_is_an_item_with_its_own_bytes()
    {
        var items = await ItemsAsync("a.zip", Zip(("one.txt", Words), ("folder/two.txt", Words), ("inner.zip", Zip(("three.txt", Words)))));

        items.Select(i => i.Name).Should().Equal("a.zip/one.txt", "a.zip/folder/two.txt", "a.zip/inner.zip/three.txt");
        items.Should().OnlyContain(i => ((ItemReading.Text)i.Read).Value == "The bridge reopens in May, the mayor said.");
    }

    [Fact]
    public async Task A_third_archive_within_archives_is_refused_and_the_rest_is_read()
    {
        var items = await ItemsAsync("a.zip", Zip(("b.zip", Zip(("c.zip", Zip(("deep.txt", Words))))), ("fine.txt", Words)));

        items[0].Read.Reason().Should().StartWith("This archive lies in an archive");
        items[1].Read.Text().Value.Should().StartWith("The bridge");
    }

    [Fact]
    public async Task Names_that_climb_out_are_only_names()
    {
        var items = await ItemsAsync("a.zip", Zip(("../../etc/passwd", Words), ("/absolute.txt", Words), ("new\nline.txt", Words)));

        items.Select(i => i.Name).Should().Equal("a.zip/../../etc/passwd", "a.zip//absolute.txt", "a.zip/new_line.txt");
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("link.txt");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        }

        (await ItemsAsync("a.zip", bytes.ToArray()))[0].Read.Reason().Should().StartWith("This is a link");
    }

    [Fact]
    public async Task A_bomb_is_refused_while_it_unpacks_and_the_rest_is_read()
    {
        var items = await ItemsAsync("a.zip", Zip(("bomb.txt", new byte[20 * 1024 * 1024]), ("fine.txt", Words)));

        items[0].Read.Reason().Should().StartWith("The file unpacks to far more than texts do");
        items[1].Read.Text().Value.Should().StartWith("The bridge");
    }

    [Fact]
    public async Task The_archives_in_an_archive_share_what_may_be_unpacked()
    {
        var limits = new ReadingLimits { UnpackedBytes = 3_000_000, UnpackingRatio = 10_000 };
        var inner = Zip(("a.txt", [.. Enumerable.Repeat((byte)'a', 1_900_000)]));

        var items = await ItemsAsync("a.zip", Zip(("1.zip", inner), ("2.zip", inner)), limits);

        items[1].Read.Reason().Should().StartWith("The archive unpacks to more than 2 MB");
    }

    [Fact]
    public async Task A_locked_file_is_named()
    {
        var zip = Zip(("secret.txt", Words));
        // Bit 0 of the general purpose flag, in the local header and in the directory.
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        (await ItemsAsync("a.zip", zip))[0].Read.Reason().Should().StartWith("The file is locked with a password");
    }

    [Fact]
    public async Task A_truncated_archive_is_refused_with_the_cure()
    {
        var zip = Zip(("a.txt", Words));

        (await ItemsAsync("a.zip", zip[..^30])).Should().ContainSingle().Which.Read.Reason().Should().StartWith("The archive is damaged");
    }

    [Fact]
    public async Task A_hundred_thousand_files_are_read_and_too_many_are_refused()
    {
        var zip = Zip([.. Enumerable.Range(0, 100_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))]);

        (await ItemsAsync("a.zip", zip)).Should().HaveCount(100_000);
        (await ItemsAsync("a.zip", zip, new ReadingLimits { Entries = 99_999 })).Should().ContainSingle()
            .Which.Read.Reason().Should().Be("The archive holds 100,000 files; 99,999 are read. Split it, and import the parts.");
    }
}
