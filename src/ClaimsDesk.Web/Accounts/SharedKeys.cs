using System.Xml.Linq;
using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ClaimsDesk.Web.Accounts;

/// <summary>Keeps the keys that seal cookies and links in the database, where several processes serve one desk: each must open what another sealed.</summary>
public sealed class SharedKeys(SharedSecrets secrets) : IXmlRepository
{
    private const string Purpose = "data-protection-key";

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. secrets.Read(Purpose).Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        secrets.Add(Purpose, element.ToString(SaveOptions.DisableFormatting));
    }
}
