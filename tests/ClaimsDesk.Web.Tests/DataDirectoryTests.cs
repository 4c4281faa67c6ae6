using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Tests;

public sealed class DataDirectoryTests
{
    [Fact]
    public void The_database_is_for_this_user_only_even_in_a_folder_that_others_may_read()
    {
        if (OperatingSystem.IsWindows()) return; // where the folder's own rights are inherited
        var folder = Directory.CreateTempSubdirectory("claimsdesk-").FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        var data = DataDirectory.Open(folder);

        File.GetUnixFileMode(data.Database).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        DataDirectory.Open(folder).Database.Should().Be(data.Database, "a second start finds the file and leaves it");
        Directory.Delete(folder, recursive: true);
    }
}
