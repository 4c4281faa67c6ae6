using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaimsDesk.Knowledge.Import.Fetching;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class PageFetchTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("93.184.215.14", true)]
    [InlineData("::ffff:93.184.215.14", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    public void Only_public_addresses_are_connected_to(string address, bool isPublic) => PublicAddresses.Contains(IPAddress.Parse(address)).Should().Be(isPublic);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("gopher://127.0.0.1")]
    [InlineData("http://user:word@example.org/")]
    [InlineData("bridge")]
    [InlineData("")]
    public async Task What_is_no_address_of_a_page_is_refused(string address)
    {
        using var fetch = new PageFetch(isOn: true);
        (await fetch.FetchAsync(address)).Should().BeOfType<Fetched.Refused>().Which.Reason.Should().Contain("is no address of a page");
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    public async Task A_server_beside_ClaimsDesk_is_never_reached(string address)
    {
        using var server = new OneServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\nsecret");
        using var fetch = new PageFetch(isOn: true);

        (await fetch.FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.Port))).Should().BeOfType<Fetched.Refused>();
        server.Requests.Should().Be(0);
    }

    [Fact]
    public async Task A_page_is_fetched_with_its_address_and_the_name_says_what_it_is()
    {
        using var server = new OneServer(path => path == "/old" ? "HTTP/1.1 302 Found\r\nLocation: /news/bridge\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 9\r\n\r\n<p>Yes.\r\n");
        using var fetch = Allowing(server);

        var file = (await fetch.FetchAsync($"http://127.0.0.1:{server.Port}/old#top")).Should().BeOfType<Fetched.Page>().Which.File;

        file.Name.Should().Be("127.0.0.1/news/bridge.html");
        file.Url.Should().Be($"http://127.0.0.1:{server.Port}/news/bridge");
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:1/\r\nContent-Length: 0\r\n\r\n", "is not on the public internet")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n", "more than 5 times")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "no web page")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "answers 403")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 1\r\n\r\nx", "sends video/mp4")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999\r\n\r\nx", "longer than 20 MB")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\nx", "took longer than 2 seconds")]
    public async Task What_cannot_be_fetched_is_refused_with_the_cure(string answer, string reason)
    {
        using var server = new OneServer(_ => answer);
        using var fetch = Allowing(server);

        (await fetch.FetchAsync($"http://127.0.0.1:{server.Port}/a")).Should().BeOfType<Fetched.Refused>().Which.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task Nothing_is_fetched_where_it_is_switched_off()
    {
        using var fetch = new PageFetch(isOn: false);
        (await fetch.FetchAsync("https://example.org/")).Should().BeOfType<Fetched.Refused>().Which.Reason.Should().StartWith("Fetching pages is switched off");
    }

    private static PageFetch Allowing(OneServer _) => new(isOn: true, address => address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.Loopback.MapToIPv6()), TimeSpan.FromSeconds(2));

    /// <summary>Answers every request as the test says.</summary>
    private sealed class OneServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        // A connection that nobody holds is closed when the memory is cleared.
        private readonly List<TcpClient> _open = [];

        public OneServer(Func<string, string> answer)
        {
            _listener.Start();
            _ = AcceptAsync(answer);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Requests { get; private set; }

        public void Dispose()
        {
            _listener.Dispose();
            _open.ForEach(client => client.Dispose());
        }

        private async Task AcceptAsync(Func<string, string> answer)
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    _open.Add(client);
                    Requests++;
                    var stream = client.GetStream();
                    var request = new byte[4096];
                    var length = await stream.ReadAsync(request);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(Encoding.ASCII.GetString(request, 0, length).Split(' ')[1]).Replace("Content-Length", "Connection: close\r\nContent-Length", StringComparison.Ordinal)));
                    if (!answer("x").Contains("Content-Length: 10\r\n", StringComparison.Ordinal)) client.Dispose();
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // the test is over
            }
        }
    }
}
