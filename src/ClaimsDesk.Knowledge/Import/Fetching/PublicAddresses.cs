using System.Net;
using System.Net.Sockets;

namespace ClaimsDesk.Knowledge.Import.Fetching;

/// <summary>
/// Which addresses of the network a page may be fetched from: those of the public internet. What a server can reach beside it (itself,
/// its neighbours, the cloud's own services) is not for whoever may type an address into a page.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // of IPv6 only 2000::/3 is public; these lie in it, and lead elsewhere or to nowhere
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is one of the public internet. An IPv4 address written as IPv6 is looked at as what it is.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && (!Global.Contains(plain) || plain.ScopeId != 0)) return false;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Array.Exists(Closed, network => network.Contains(plain));
    }
}
